import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { returns } from '@/db/schema/returns'
import { swapEvidence, swaps } from '@/db/schema/swaps'
import { reopenOldPhone } from '@/lib/commands/return/end-old-phone'
import { lockOwnSwap } from '@/lib/commands/swap/lock-own-swap'
import { settleSwap } from '@/lib/commands/swap/settle-swap'
import type { PersonActor } from '@/lib/domain/actor'
import { returnSteps, stateAfterUndo, undoStepRefusal } from '@/lib/domain/return'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { readReturn } from '@/lib/queries/return-facts'
import { transact, type Work } from '@/lib/transact'

const Input = z.object({ step: z.enum(returnSteps) })

/**
 * The employee says that a step they ticked is not done after all. What they signed on the strength of it is void.
 *
 * @throws {AppError} refused — with the reason from `undoStepRefusal`
 */
export async function undoReturnStep(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { step } = parse(Input, input)
  await transact(actor, async (work) => {
    const swap = await lockOwnSwap(work, actor)
    work.permit('return.undo', swap)
    const state = await readReturn(work.tx, swap, work.now)
    const refusal = undoStepRefusal(step, state)
    if (refusal) throw new AppError('refused', refusal)

    const about = { kind: 'swap', id: swap.id, oid: actor.entraId } as const
    const row = { swapId: swap.id, kind: 'return_step_undone', at: work.now, detail: { step } }
    await work.tx.insert(swapEvidence).values(row)
    work.record('return.step_undone', about, { detail: { step } })
    if (state.row || step === 'erased')
      await reopenOldPhone(work, swap, { to: stateAfterUndo(step, state), oid: actor.entraId })
    if (!state.row) return
    await voidReturn(work, { swapId: swap.id, returnId: state.row.id })
    work.record('return.voided', about, { detail: { way: state.row.way, step } })
    await settleSwap(work, actor.personId)
  })
}

async function voidReturn(
  { tx, now }: Work,
  { swapId, returnId }: { swapId: string; returnId: string },
): Promise<void> {
  await tx.update(returns).set({ voidedAt: now }).where(eq(returns.id, returnId))
  await tx.update(swaps).set({ returnedAt: null }).where(eq(swaps.id, swapId))
}
