import { z } from 'zod'
import { swapEvidence } from '@/db/schema/swaps'
import { endOldPhone } from '@/lib/commands/return/end-old-phone'
import { lockOwnSwap } from '@/lib/commands/swap/lock-own-swap'
import type { PersonActor } from '@/lib/domain/actor'
import { returnStepRefusal, returnSteps } from '@/lib/domain/return'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { readReturn } from '@/lib/queries/return-facts'
import { transact } from '@/lib/transact'

const Input = z.object({ step: z.enum(returnSteps) })

/**
 * The employee says that one thing the old phone needs before it is handed in is done. Safe to repeat.
 *
 * @throws {AppError} refused — with the reason from `returnStepRefusal`
 */
export async function completeReturnStep(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { step } = parse(Input, input)
  await transact(actor, async (work) => {
    const swap = await lockOwnSwap(work, actor)
    work.permit('return.attest', swap)
    const state = await readReturn(work.tx, swap, work.now)
    if (state.doneSteps.includes(step)) return work.unchanged()
    const refusal = returnStepRefusal(step, state)
    if (refusal) throw new AppError('refused', refusal)

    const detail = { step }
    await work.tx.insert(swapEvidence).values({ swapId: swap.id, kind: 'return_step', at: work.now, detail })
    if (step === 'erased') await endOldPhone(work, swap, { to: 'wiped', oid: actor.entraId })
    work.record('return.step_done', { kind: 'swap', id: swap.id, oid: actor.entraId }, { detail })
  })
}
