import { z } from 'zod'
import { swapEvidence } from '@/db/schema/swaps'
import { lockOwnSwap } from '@/lib/commands/swap/lock-own-swap'
import { closeMembers } from '@/lib/commands/wave/close-members'
import type { PersonActor } from '@/lib/domain/actor'
import { fineRefusal } from '@/lib/domain/return'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { readReturn } from '@/lib/queries/return-facts'
import { transact } from '@/lib/transact'

export const checkUpAnswers = ['fine', 'problem'] as const

const Input = z.object({ answer: z.enum(checkUpAnswers) })

export type CheckUp = { answer: (typeof checkUpAnswers)[number] }

/**
 * How the new phone does after a day. "All fine" closes the move, as the gate and the return allow; a problem
 * is kept, and the move stays open.
 *
 * @throws {AppError} refused — with the reason from `fineRefusal`
 */
export async function answerCheckUp(actor: PersonActor, input: z.input<typeof Input>): Promise<CheckUp> {
  const { answer } = parse(Input, input)
  return transact(actor, async (work) => {
    const { tx, now, permit, record } = work
    const swap = await lockOwnSwap(work, actor)
    permit('check_up.answer', swap)
    const refusal = answer === 'fine' ? fineRefusal(await readReturn(tx, swap, now)) : null
    if (refusal) throw new AppError('refused', refusal)

    const detail = { answer }
    await tx.insert(swapEvidence).values({ swapId: swap.id, kind: 'check_up', at: now, detail })
    record('check_up.answered', { kind: 'swap', id: swap.id, oid: actor.entraId }, { detail })
    if (answer === 'fine') await closeMembers(work, [{ swap, entraId: actor.entraId }], { reason: 'done' })
    return { answer }
  })
}
