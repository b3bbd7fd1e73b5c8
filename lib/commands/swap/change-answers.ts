import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { swaps } from '@/db/schema/swaps'
import { keepMoveDevices } from '@/lib/commands/device/keep-move-devices'
import { AnswersInput } from '@/lib/commands/swap/answers-input'
import { lockOwnSwap } from '@/lib/commands/swap/lock-own-swap'
import { notePossession } from '@/lib/commands/swap/note-possession'
import { settleSwap } from '@/lib/commands/swap/settle-swap'
import type { PersonActor } from '@/lib/domain/actor'
import { changeAnswersRefusal, listChangedAnswers, settleAnswers } from '@/lib/domain/answers'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { findMade } from '@/lib/queries/return-facts'
import { transact } from '@/lib/transact'

/**
 * The employee mends what they said of their phones. The steps follow; what was seen, said and proved stays as it is.
 * Safe to repeat: the same answers change nothing.
 *
 * @throws {AppError} refused — with the reason from `changeAnswersRefusal`
 */
export async function changeAnswers(actor: PersonActor, input: z.input<typeof AnswersInput>): Promise<void> {
  const answers = settleAnswers(parse(AnswersInput, input))
  await transact(actor, async (work) => {
    const swap = await lockOwnSwap(work, actor)
    work.permit('swap.change_answers', swap)
    const made = await findMade(work.tx, swap.id)
    const { hasOldPhone } = swap
    const refusal = changeAnswersRefusal({ hasOldPhone, isReturnMade: made !== null })
    if (refusal) throw new AppError('refused', refusal)
    const changed = listChangedAnswers(swap, answers)
    if (changed.length === 0) return work.unchanged()

    await work.tx.update(swaps).set(answers).where(eq(swaps.id, swap.id))
    await notePossession(work, swap, answers.hasOldPhone)
    await keepMoveDevices(work, { ...swap, ...answers }, actor.entraId)
    const detail = { changed: changed.join(' '), ...answers }
    work.record('swap.answers_changed', { kind: 'swap', id: swap.id, oid: actor.entraId }, { detail })
    await settleSwap(work, actor.personId)
  })
}
