import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import { backupAttestations, backupChecks, devices } from '@/db/schema/devices'
import { people } from '@/db/schema/people'
import { queueMessage } from '@/lib/commands/message/queue-message'
import type { JobActor } from '@/lib/domain/actor'
import { checkDueBefore } from '@/lib/domain/backup'
import { transact, type Work } from '@/lib/transact'

const ASKED_AT_ONCE = 500

/**
 * Asks whoever holds a backup to look at it, once a month, by mail and on their page. Safe to run twice, and by two at once: who was asked
 * meanwhile is left alone. Returns how many were asked: as many as at once means that more may wait.
 */
export async function askChecks(actor: JobActor): Promise<number> {
  return transact(actor, async (work) => {
    work.permit('backup.ask_check')
    work.unchanged()
    const due = await listDue(work)
    for (const person of due) await ask(work, person)
    return due.length
  })
}

type Due = { personId: string; entraId: string }

/** Who has a device that holds a backup, and neither was asked about it nor spoke of it for a month. */
async function listDue({ tx, now }: Work): Promise<Due[]> {
  const before = checkDueBefore(now)
  const spoke = sql`exists (select 1 from ${backupAttestations} where ${backupAttestations.deviceId} = ${devices.id}
    and ${backupAttestations.at} >= ${before.toISOString()})`
  return tx
    .selectDistinct({ personId: people.id, entraId: people.entraId })
    .from(devices)
    .innerJoin(people, eq(people.id, devices.personId))
    .leftJoin(backupChecks, eq(backupChecks.personId, devices.personId))
    .where(
      and(
        eq(devices.role, 'primary'),
        eq(people.isEnabled, true),
        isNull(people.leftAt),
        or(isNull(backupChecks.askedAt), lt(backupChecks.askedAt, before)),
        sql`not ${spoke}`,
      ),
    )
    .orderBy(asc(people.id))
    .limit(ASKED_AT_ONCE)
}

async function ask(work: Work, { personId, entraId }: Due): Promise<void> {
  const { tx, now, record } = work
  const asked = await tx
    .insert(backupChecks)
    .values({ personId, askedAt: now })
    .onConflictDoUpdate({
      target: backupChecks.personId,
      set: { askedAt: now, answeredAt: null, answer: null },
      setWhere: lt(backupChecks.askedAt, checkDueBefore(now)),
    })
    .returning({ personId: backupChecks.personId })
  if (asked.length === 0) return
  await queueMessage(work, { kind: 'backup_check', personId, params: {} })
  record('backup.check_asked', { kind: 'person', id: personId, oid: entraId })
}
