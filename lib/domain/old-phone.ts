import { platformShown } from './device'
import type { Evidence, SignIn, TrackedMethod } from './evidence'
import { couldGive, factorOf } from './method'

type Placed = Pick<Evidence, 'owners' | 'later' | 'methods'>

/**
 * Whether a registration may be on the old phone: by the person's word, or because nobody said and Microsoft does
 * not show otherwise. Somebody who registers a second time may have done so on the old phone by mistake.
 */
export function isPerhapsOnOld(method: TrackedMethod, evidence: Placed): boolean {
  const owner = evidence.owners.get(method.id) ?? evidence.later?.get(method.id)
  if (owner === 'old_phone') return true
  return owner !== 'kept_device' && onPhones.includes(method.kind) && !isOnOtherPlatform(method, evidence)
}

/** Kinds that can live on a phone. A number is on a card, which the phone's being off says nothing of. */
const onPhones: readonly string[] = ['microsoftAuthenticator', 'fido2', 'softwareOath']

/**
 * Whether Microsoft shows a registration on another platform than everything the old phone owned. Names of models
 * do not tell: one phone is registered under several over the years, and a backup carries a name to the next phone.
 */
function isOnOtherPlatform(method: TrackedMethod, { owners, later, methods }: Placed): boolean {
  const shown = platformShown(method)
  const old = methods
    .filter(({ id }) => (owners.get(id) ?? later?.get(id)) === 'old_phone')
    .flatMap((one) => platformShown(one) ?? [])
  return shown !== null && old.length > 0 && old.every((platform) => platform !== shown)
}

/** Whether the old phone was out of the way at a moment, as the person had said before it. A word given later says nothing. */
export function wasOldPhoneAway(evidence: Evidence, at: Date): boolean {
  const { oldPhoneGoneAt, oldPhoneOff } = evidence
  return (oldPhoneGoneAt !== null && oldPhoneGoneAt < at) || isSaidFor(oldPhoneOff, evidence, at)
}

/** Whether the person had said before a moment that they answer on the new phone, although the old one is on. */
export function wasToBeOnNew(evidence: Evidence, at: Date): boolean {
  return isSaidFor(evidence.newPhoneAnswers, evidence, at)
}

/**
 * Whoever registers something again has the old phone on for it: a word holds until something else appears that may
 * be on the old phone.
 */
function isSaidFor(said: readonly Date[], evidence: Evidence, at: Date): boolean {
  return said.some(
    (saidAt) =>
      saidAt < at &&
      !evidence.methods.some(
        (method) =>
          method.firstSeenAt > saidAt && method.firstSeenAt <= at && isPerhapsOnOld(method, evidence),
      ),
  )
}

/** Whether something that may be on the old phone was there and could have given that sign-in. */
export function oldPhoneCould(evidence: Evidence, { at, amr }: SignIn): boolean {
  return evidence.methods.some(
    (method) =>
      isPerhapsOnOld(method, evidence) &&
      method.firstSeenAt <= at &&
      (method.goneAt === null || method.goneAt > at) &&
      couldGive(method, factorOf(amr)),
  )
}

/** How a sign-in stands to the old phone: that cannot have given it, the person answers for that it did not, or it may have. */
export type AnsweredBy = 'not_old' | 'new_by_word' | 'perhaps_old'

/** Who can have answered a sign-in, as far as the old phone goes. */
export function answeredBy(evidence: Evidence, signIn: SignIn): AnsweredBy {
  if (wasOldPhoneAway(evidence, signIn.at) || !oldPhoneCould(evidence, signIn)) return 'not_old'
  return wasToBeOnNew(evidence, signIn.at) ? 'new_by_word' : 'perhaps_old'
}

/** The same of a use that Microsoft names together with the registration. */
export function usedBy(evidence: Evidence, method: TrackedMethod, usedAt: Date): AnsweredBy {
  if (wasOldPhoneAway(evidence, usedAt) || !isPerhapsOnOld(method, evidence)) return 'not_old'
  return wasToBeOnNew(evidence, usedAt) ? 'new_by_word' : 'perhaps_old'
}

/** What the person has said for the next sign-in: nothing need or can be said, their word that it is the new phone, or nothing yet. */
export type OldPhoneStanding = 'away' | 'new_by_word' | 'asked'

/** How things stand for a sign-in that began now. */
export function standingOf(evidence: Evidence): OldPhoneStanding {
  const { now, methods } = evidence
  const isPossible = methods.some((method) => method.goneAt === null && isPerhapsOnOld(method, evidence))
  if (wasOldPhoneAway(evidence, now) || !isPossible) return 'away'
  return wasToBeOnNew(evidence, now) ? 'new_by_word' : 'asked'
}
