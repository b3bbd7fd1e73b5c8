import { and, asc, eq, lt } from 'drizzle-orm'
import { resetSteps } from '@/db/schema/resets'
import { addMinutes } from '@/lib/clock'
import type { Work } from '@/lib/transact'

const STEPS_AT_ONCE = 100

/** Steps that nobody knows about for longer than a read-back takes: it is asked for again. */
export async function sweepReadBacks({ tx, now, enqueueMany }: Work): Promise<void> {
  const lost = await tx
    .select({ stepId: resetSteps.id })
    .from(resetSteps)
    .where(and(eq(resetSteps.state, 'uncertain'), lt(resetSteps.startedAt, addMinutes(now, -3))))
    .orderBy(asc(resetSteps.startedAt))
    .limit(STEPS_AT_ONCE)
  await enqueueMany(
    'reset.read_back',
    lost.map(({ stepId }) => ({ payload: { stepId }, key: stepId })),
  )
}
