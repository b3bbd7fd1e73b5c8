import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { resetSteps } from '@/db/schema/resets'
import type { JobActor } from '@/lib/domain/actor'
import { isLost } from '@/lib/domain/reset-step'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { lockStep } from './lock-step'

const Input = z.object({ stepId: z.uuid() })

/** The time of a running step is up: nobody knows what became of it, and the worker is asked to find out. */
export async function loseStep(job: JobActor, input: z.input<typeof Input>): Promise<void> {
  const { stepId } = parse(Input, input)

  await transact(job, async ({ tx, now, permit, record, unchanged, enqueue }) => {
    permit('reset.settle')
    const { step, reset, oid } = await lockStep(tx, job, stepId)
    if (!isLost(step, now)) return unchanged()

    await tx
      .update(resetSteps)
      .set({ state: 'uncertain', leaseUntil: null, failure: 'step_lost' })
      .where(eq(resetSteps.id, step.id))
    await enqueue('reset.read_back', { stepId }, { key: stepId, priority: 10 })
    record(
      'reset.step_uncertain',
      { kind: 'reset', id: reset.id, oid },
      {
        outcome: 'uncertain',
        op: { id: reset.id, step: step.id, attempt: step.fence },
        detail: { kind: step.kind, code: 'step_lost' },
        graph: { requestId: null, clientRequestId: step.clientRequestId, status: null },
      },
    )
  })
}
