import { addMinutes, readClock } from '@/lib/clock'
import { completeReturnStep } from '@/lib/commands/return/complete-return-step'
import { signReturn } from '@/lib/commands/return/sign-return'
import { returnSteps } from '@/lib/domain/return'
import { makePerson, personActor } from '@/tests/support/make'
import { makeReading, makeSafeSwap, seenMethod } from '@/tests/support/make-swap'

type Wanted = Parameters<typeof makeSafeSwap>[1]

/** Since when a move is safe whose check-up is due now. */
export const aDayAgo = () => addMinutes(readClock(), -24 * 60 - 1)

/** Somebody whose old phone is safe to wipe, read by the worker twenty minutes ago. */
export async function makeSafe(wanted: Wanted = {}) {
  const person = await makePerson()
  const swap = await makeSafeSwap(person, wanted)
  return { person, swap, actor: personActor(person) }
}

/** The same, with everything done on the old phone. */
export async function makeErased(wanted: Wanted = {}) {
  const safe = await makeSafe(wanted)
  for (const step of returnSteps) await completeReturnStep(safe.actor, { step })
  return safe
}

/** The same, handed in and signed for. */
export async function makeHandedIn(wanted: Wanted = {}) {
  const erased = await makeErased(wanted)
  await signReturn(erased.actor, { signedName: 'Elio Esposito' })
  return erased
}

/** Microsoft shows the registration of the old phone again. */
export async function bringBackOld(person: { id: string }) {
  await makeReading(person, new Date(), [seenMethod('new'), seenMethod('old')])
}
