import { asc, eq } from 'drizzle-orm'
import { z } from 'zod'
import { resetSteps, resets } from '@/db/schema/resets'
import type { PersonActor } from '@/lib/domain/actor'
import { stopRefusal } from '@/lib/domain/reset-step'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { lockReset } from './lock-step'

const Input = z.object({ resetId: z.uuid() })

/** An agent stops a reset between two steps. What is done stays done; nothing can be put back. */
export async function stopReset(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { resetId } = parse(Input, input)

  await transact(actor, async ({ tx, now, permit, record }) => {
    const { reset, oid } = await lockReset(tx, actor, resetId)
    permit('reset.stop', reset)
    const steps = await tx
      .select()
      .from(resetSteps)
      .where(eq(resetSteps.resetId, resetId))
      .orderBy(asc(resetSteps.position))
    const refusal = stopRefusal(steps, { isEnded: reset.endedAt !== null })
    if (refusal) throw new AppError('refused', refusal, { detail: { resetId } })

    await tx.update(resets).set({ endedAt: now, endedWhy: 'stopped' }).where(eq(resets.id, resetId))
    const done = steps.filter(({ state }) => state === 'done').length
    record('reset.stopped', { kind: 'reset', id: resetId, oid }, { detail: { done, steps: steps.length } })
  })
}
