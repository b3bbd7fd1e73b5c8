import { eq } from 'drizzle-orm'
import type { z } from 'zod'
import { swaps } from '@/db/schema/swaps'
import { keepMoveDevices } from '@/lib/commands/device/keep-move-devices'
import { AnswersInput } from '@/lib/commands/swap/answers-input'
import { lockOwnSwap } from '@/lib/commands/swap/lock-own-swap'
import { notePossession } from '@/lib/commands/swap/note-possession'
import { settleSwap } from '@/lib/commands/swap/settle-swap'
import { takeShown } from '@/lib/commands/swap/take-shown'
import type { PersonActor } from '@/lib/domain/actor'
import { settleAnswers } from '@/lib/domain/answers'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

/** The employee says which phones these are, so that they see only the steps for them. */
export async function describeMove(actor: PersonActor, input: z.input<typeof AnswersInput>): Promise<void> {
  const change = settleAnswers(parse(AnswersInput, input))
  await transact(actor, async (work) => {
    const swap = await lockOwnSwap(work, actor)
    work.permit('swap.move', swap)
    await takeShown(work, { swap, oid: actor.entraId }, input)
    await work.tx.update(swaps).set(change).where(eq(swaps.id, swap.id))
    await notePossession(work, swap, change.hasOldPhone)
    await keepMoveDevices(work, { ...swap, ...change }, actor.entraId)
    work.record('swap.described', { kind: 'swap', id: swap.id, oid: actor.entraId }, { detail: change })
    await settleSwap(work, actor.personId)
  })
}
