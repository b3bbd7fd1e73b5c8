import { addMinutes, runAt } from '@/lib/clock'
import { answerCheckUp } from '@/lib/commands/return/answer-check-up'
import { completeReturnStep } from '@/lib/commands/return/complete-return-step'
import { receiveReturn } from '@/lib/commands/return/receive-return'
import { signReturn } from '@/lib/commands/return/sign-return'
import { returnSteps } from '@/lib/domain/return'
import { findReturn } from '@/lib/queries/returns'
import { castMember, type Person, signedIn } from './company'

/** The old phone of a move that was safe at this instant: erased, handed in, received. */
export async function playReturn(person: Person, safeAt: Date): Promise<void> {
  const at = (minutes: number, work: () => Promise<unknown>) => runAt(addMinutes(safeAt, minutes), work)
  for (const [index, step] of returnSteps.entries())
    await at(1 + index, () => completeReturnStep(signedIn(person), { step }))
  await at(5, () => signReturn(signedIn(person), { signedName: person.displayName }))
  const toni = await castMember('Toni Technician')
  await at(9, async () => {
    const actor = signedIn(toni, ['technician'])
    const found = await findReturn(actor, person.id)
    if (!found) throw new Error('a signed return must be there')
    await receiveReturn(actor, { swapId: found.swapId })
  })
}

/** The day after: all is fine, and the move is closed. */
export async function playAllFine(person: Person, at: Date): Promise<void> {
  await runAt(at, () => answerCheckUp(signedIn(person), { answer: 'fine' }))
}
