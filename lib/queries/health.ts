import { asc, eq, gt, max, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { auditEvents, auditHead } from '@/db/schema/audit'
import { messages } from '@/db/schema/messages'
import { graphHealth } from '@/db/schema/sync'
import { readClock } from '@/lib/clock'
import { type Health, judgeHealth } from '@/lib/domain/health'
import { log } from '@/lib/log'
import { findWorkerBeat } from './worker-beat'

/** How the house is, for anybody who asks: it names nobody. Reads rows only; never throws. */
export async function readHealth(): Promise<Health> {
  const seen = await soon(readRows()).catch((error) => {
    log('warn', 'health.unread', { error })
    return null
  })
  return judgeHealth(seen, readClock())
}

/** A monitor does not wait for a database that hangs. */
const PATIENCE_MS = 3_000

function soon<Value>(reading: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the database takes too long')), PATIENCE_MS)
    reading.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

async function readRows() {
  const [[graph], beatAt, [head], [alerts]] = await Promise.all([
    db.select().from(graphHealth).where(eq(graphHealth.app, 'reader')),
    findWorkerBeat(),
    db.select().from(auditHead),
    db
      .select({
        isStuck: sql<boolean>`coalesce(bool_or(${messages.state} in ('failed', 'uncertain')), false)`,
        waitsSince:
          sql`min(${messages.queuedAt}) filter (where ${messages.state} in ('waiting', 'sending'))`.mapWith(
            messages.queuedAt,
          ),
        sentAt: max(messages.sentAt),
      })
      .from(messages)
      .where(sql`${messages.kind} in ('urgent_case', 'desk_test')`),
  ])
  const treeGrewAt = head && head.size > 0 ? head.changedAt : null
  return {
    graphAnsweredAt: graph?.answeredAt ?? null,
    graphFailedAt: graph?.failedAt ?? null,
    beatAt,
    treeGrewAt,
    alerts: {
      isStuck: alerts?.isStuck ?? false,
      waitsSince: alerts?.waitsSince ?? null,
      sentAt: alerts?.sentAt ?? null,
    },
    eventWaitsSince: treeGrewAt && (await findFirstEventSince(treeGrewAt)),
  }
}

/** The web process may not read the waiting line itself. */
async function findFirstEventSince(at: Date): Promise<Date | null> {
  const [event] = await db
    .select({ at: auditEvents.at })
    .from(auditEvents)
    .where(gt(auditEvents.at, at.toISOString()))
    .orderBy(asc(auditEvents.at))
    .limit(1)
  return event ? new Date(event.at) : null
}
