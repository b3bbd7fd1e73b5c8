import type { Journey } from './guided'
import { amrOf, letsIn, minute, type Registration } from './mover'

/**
 * A fresh sign-in that somebody tries with one registration. They may answer on the old phone, or take another way;
 * and when the wanted one does not answer, whatever else lets them in.
 */
export function signIn(journey: Journey, wanted: Registration | null): void {
  const { mover, visit, signIns } = journey
  const { luck, rates } = mover
  const isLeftAlone = ({ place }: Registration) => place === 'old' && journey.isOnNewOnly
  const able = mover.registrations.filter((one) => letsIn(one, mover) && !isLeftAlone(one))
  const old = able.find(({ place }) => place === 'old')
  const others = able.filter(({ id }) => id !== wanted?.id)
  const isWanted = wanted !== null && able.some(({ id }) => id === wanted.id)

  const answers =
    (old && luck('approvesOnOld', visit) < rates.approvesOnOld && old) ||
    (others.length > 0 &&
      luck('usesOtherWay', visit) < rates.usesOtherWay &&
      pick(others, luck('which', visit))) ||
    (isWanted ? wanted : pick(others, luck('which', visit)))
  if (answers) signIns.push({ at: minute(visit * 10 + 5), amr: amrOf(answers), isFresh: true })
}

function pick(from: readonly Registration[], chance: number): Registration | undefined {
  return from[Math.floor(chance * from.length)]
}
