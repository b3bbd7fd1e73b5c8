import { and, asc, count, eq, gte, inArray, max, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { messages } from '@/db/schema/messages'
import { people } from '@/db/schema/people'
import { addMinutes, readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import {
  type Decision,
  decideRefusal,
  decisions,
  isForDesk,
  isMessageKind,
  type MessageKind,
} from '@/lib/domain/message'
import type { MessageCode } from '@/lib/i18n/messages'
import { requireOwner } from './roles'
import { readSettings } from './settings'

/** A message that waits for somebody's decision. */
export type StuckMessage = {
  id: string
  /** Null for a kind of another edition. */
  kind: MessageKind | null
  state: 'failed' | 'uncertain'
  /** The person, or the desk's mailbox. */
  name: string
  queuedAt: string
  /** When the last try began; null when there was none. */
  triedAt: string | null
  failure: MessageCode | null
  graphRequestId: string | null
  /** What can be decided of it. */
  decisions: Decision[]
}

/** How mail goes. */
export type Deliveries = {
  waitingCount: number
  /** Since when the one that waits longest does; null when none waits. */
  waitingSince: string | null
  /** Why that one has not gone yet; null when it was not tried. */
  waitingWhy: MessageCode | null
  /** In the last 24 hours. */
  sentCount: number
  lastSentAt: string | null
  failedCount: number
  uncertainCount: number
  /** What waits for a decision, oldest first, 100 at most. */
  stuck: StuckMessage[]
  now: string
}

/** How mail goes, for the Owner. @throws {AppError} not_found — for Owners only */
export async function getDeliveries(actor: PersonActor): Promise<Deliveries> {
  requireOwner(actor)
  const now = readClock()
  const since = addMinutes(now, -24 * 60)
  const [[open], [sent], [last], [longest], stuck] = await Promise.all([
    db
      .select({
        waiting: sql<number>`count(*) filter (where ${messages.state} in ('waiting', 'sending'))::int`,
        failed: sql<number>`count(*) filter (where ${messages.state} = 'failed')::int`,
        uncertain: sql<number>`count(*) filter (where ${messages.state} = 'uncertain')::int`,
      })
      .from(messages)
      .where(inArray(messages.state, ['waiting', 'sending', 'failed', 'uncertain'])),
    db
      .select({ count: count() })
      .from(messages)
      .where(and(eq(messages.state, 'sent'), gte(messages.sentAt, since))),
    db
      .select({ at: max(messages.sentAt) })
      .from(messages)
      .where(eq(messages.state, 'sent')),
    db
      .select({ queuedAt: messages.queuedAt, failure: messages.failure })
      .from(messages)
      .where(inArray(messages.state, ['waiting', 'sending']))
      .orderBy(asc(messages.queuedAt))
      .limit(1),
    listStuck(),
  ])
  return {
    waitingCount: open?.waiting ?? 0,
    waitingSince: longest?.queuedAt.toISOString() ?? null,
    // Written by our own commands alone, from the codes of errors.
    waitingWhy: (longest?.failure ?? null) as MessageCode | null,
    sentCount: sent?.count ?? 0,
    lastSentAt: last?.at?.toISOString() ?? null,
    failedCount: open?.failed ?? 0,
    uncertainCount: open?.uncertain ?? 0,
    stuck,
    now: now.toISOString(),
  }
}

async function listStuck(): Promise<StuckMessage[]> {
  const rows = await db
    .select({ message: messages, name: people.displayName })
    .from(messages)
    .innerJoin(people, eq(people.id, messages.personId))
    .where(inArray(messages.state, ['failed', 'uncertain']))
    .orderBy(asc(messages.queuedAt), asc(messages.id))
    .limit(100)
  const { deskMailbox } = await readSettings()
  return rows.map(({ message, name }) => ({
    id: message.id,
    kind: isMessageKind(message.kind) ? message.kind : null,
    state: message.state === 'uncertain' ? 'uncertain' : 'failed',
    name: isForDesk(message.kind) && deskMailbox ? deskMailbox : name,
    queuedAt: message.queuedAt.toISOString(),
    triedAt: message.startedAt?.toISOString() ?? null,
    // Written by our own commands alone, from the codes of errors.
    failure: message.failure as MessageCode | null,
    graphRequestId: message.graphRequestId,
    decisions: decisions.filter((decision) => decideRefusal(message, decision) === null),
  }))
}
