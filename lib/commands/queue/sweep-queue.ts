import { and, asc, isNotNull, isNull, lt, lte, or } from 'drizzle-orm'
import { looks } from '@/db/schema/methods'
import { addMinutes } from '@/lib/clock'
import { findLastRun, lockCursor } from '@/lib/commands/directory/lock-run'
import { sweepMessages } from '@/lib/commands/message/sweep-messages'
import { sweepReadBacks } from '@/lib/commands/reset/sweep-read-backs'
import type { JobActor } from '@/lib/domain/actor'
import { isSyncDue, pipelines } from '@/lib/domain/directory'
import { transact, type Work } from '@/lib/transact'

/**
 * Puts into the queue what a row waits for and no job will do: what is due by the clock, and what was lost
 * with a process or with the queue itself. Safe to repeat: a job that waits already is not doubled.
 */
export async function sweepQueue(actor: JobActor): Promise<void> {
  await transact(actor, async (work) => {
    work.permit('queue.sweep')
    // Asking for work that is due is no event; what the work does is.
    work.unchanged()
    await sweepSyncs(work)
    await sweepLooks(work)
    await sweepReadBacks(work)
    await sweepMessages(work)
  })
}

async function sweepSyncs({ tx, now, enqueue }: Work): Promise<void> {
  for (const pipeline of pipelines) {
    const { leaseUntil } = await lockCursor(tx, pipeline)
    const last = await findLastRun(tx, pipeline)
    if (isSyncDue(pipeline, last && { ...last, leaseUntil }, now))
      await enqueue('directory.sync', { pipeline }, { key: pipeline })
  }
}

const LOOKS_AT_ONCE = 200

/** Questions without an answer, and tries that are due, both by longer than a look takes. */
async function sweepLooks({ tx, now, enqueueMany }: Work): Promise<void> {
  const longAgo = addMinutes(now, -2)
  const isUnanswered = or(isNull(looks.readAt), lt(looks.readAt, looks.askedAt))
  const isLost = and(
    isNull(looks.failure),
    lt(looks.askedAt, longAgo),
    or(isNull(looks.startedAt), lt(looks.startedAt, longAgo)),
  )
  const isTryLost = and(isNotNull(looks.failure), lte(looks.retryAt, longAgo))
  const lost = await tx
    .select({ personId: looks.personId })
    .from(looks)
    .where(and(isUnanswered, or(isLost, isTryLost)))
    .orderBy(asc(looks.askedAt))
    .limit(LOOKS_AT_ONCE)
  await enqueueMany(
    'methods.look',
    lost.map(({ personId }) => ({ payload: { personId }, key: personId })),
  )
}
