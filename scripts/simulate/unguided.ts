import { canSignIn, type Mover, register } from './mover'
import type { Outcome } from './outcome'

/** What happens to somebody whose old phone is wiped on the day, with nobody to guide or to stop them. */
export function moveAlone(mover: Mover): Outcome {
  const { luck, rates } = mover
  const is = (name: keyof typeof rates) => luck(name) < rates[name]
  let deskCases = 0

  const isLost = is('losesPhone') || is('breaksPhone')
  // Half of the accidents come before the day, as in the other arm on average.
  const isLostBefore = isLost && luck('accidentAt') < 0.5
  if (!isLostBefore && is('registersFirst') && !is('takesNameForDone')) {
    const isWrong = is('registersWrongPhone')
    const made = register('new-1', isWrong ? 'old' : 'new', 'microsoftAuthenticator', 60)
    made.works = !is('newPhoneFails')
    mover.registrations.push(made)
    const isTried = is('triesAlone')
    if (isTried && isWrong) mover.registrations.push(register('new-2', 'new', 'microsoftAuthenticator', 70))
    if (isTried && !isWrong && !made.works) {
      deskCases += 1
      mover.registrations.push(register('new-2', 'new', 'microsoftAuthenticator', 80))
    }
  }
  mover.hasOld = false
  const isOut = !canSignIn(mover)
  if (isOut) deskCases += 1
  // Who gets in registers the new phone; who does not gets the desk's help.
  return {
    lockOut: isOut ? (isLostBefore ? 'accident' : 'unguided') : null,
    deskCases,
    isOldLeft: !isOut && !is('removesAlone'),
    isFinished: !isOut,
  }
}
