import type { Evidence, SignIn, TrackedMethod } from './evidence'
import type { GateReason } from './gate'
import { couldGive, type FactorUsed, factorOf, isOfAuthenticator, provesKind } from './method'

/** Whether a sign-in was fresh, came after the new registration was seen, and could only have been given by its kind. */
export function isProofOf(method: TrackedMethod, signIn: SignIn, evidence: Evidence): boolean {
  const { at, amr, isFresh } = signIn
  const fits = isFresh && at > method.firstSeenAt && provesKind(method, factorOf(amr))
  return fits && !findAnswering(method, signIn, evidence) && !isPerhapsAnotherKey(method, signIn, evidence)
}

/**
 * Another key never counts, and a sign-in by passkey does not say which one: with a kept one about, it proves
 * something only where Microsoft names the new one as used.
 */
function isPerhapsAnotherKey(method: TrackedMethod, signIn: SignIn, { methods, owners }: Evidence): boolean {
  const { at, amr } = signIn
  if (factorOf(amr) !== 'passkey' || (method.lastUsedAt && method.lastUsedAt >= at)) return false
  return methods.some(
    (other) =>
      other.id !== method.id &&
      !isOfAuthenticator(other) &&
      owners.get(other.id) !== 'old_phone' &&
      other.firstSeenAt <= at &&
      (other.goneAt === null || other.goneAt > at) &&
      couldGive(other, 'passkey'),
  )
}

/**
 * The other registration that Microsoft names as used since a sign-in began, while it does not name this one:
 * the tablet answered, not the new phone.
 */
function findAnswering(
  { id, lastUsedAt }: TrackedMethod,
  { at, amr }: SignIn,
  { methods }: Evidence,
): TrackedMethod | null {
  if (lastUsedAt && lastUsedAt >= at) return null
  const isAnswer = (other: TrackedMethod) =>
    other.id !== id && other.lastUsedAt !== null && other.lastUsedAt >= at && couldGive(other, factorOf(amr))
  return methods.find(isAnswer) ?? null
}

/** Whether a registration other than the new phone's was there and could have given that sign-in. */
export function anotherCould({ methods }: Evidence, candidate: TrackedMethod, { at, amr }: SignIn): boolean {
  return methods.some(
    (method) =>
      method.id !== candidate.id &&
      method.firstSeenAt <= at &&
      (method.goneAt === null || method.goneAt > at) &&
      couldGive(method, factorOf(amr)),
  )
}

/** The last fresh sign-in since the new phone appeared tells what was used instead of it. */
export function whyNoProof(evidence: Evidence, candidates: readonly TrackedMethod[]): GateReason {
  const since = Math.min(...candidates.map(({ firstSeenAt }) => firstSeenAt.getTime()))
  const last = evidence.signIns.filter(({ at, isFresh }) => isFresh && at.getTime() > since).at(-1)
  if (!last) return 'no_fresh_sign_in'
  const factor = factorOf(last.amr)
  const isFitting = candidates.some((method) => provesKind(method, factor))
  if (!isFitting) return wrongFactor[factor]
  const isNamed = candidates.some((method) => findAnswering(method, last, evidence))
  return isNamed ? 'wrong_factor_another_device' : 'wrong_factor_perhaps_key'
}

const wrongFactor: Record<FactorUsed, GateReason> = {
  text_message: 'wrong_factor_text_message',
  phone_call: 'wrong_factor_phone_call',
  pass: 'wrong_factor_pass',
  windows_hello: 'wrong_factor_windows_hello',
  passkey: 'wrong_factor_passkey',
  authenticator_push: 'wrong_factor_other',
  authenticator_code: 'wrong_factor_other',
  phone_sign_in: 'wrong_factor_other',
  hardware_code: 'wrong_factor_other',
  email_code: 'wrong_factor_other',
  remembered: 'no_fresh_sign_in',
}

/** Which device answered the last fresh sign-in instead of the new phone, as far as Microsoft names one. */
export function findWrongDevice(
  evidence: Evidence,
  candidates: readonly TrackedMethod[],
): TrackedMethod | null {
  const last = evidence.signIns.findLast(({ isFresh }) => isFresh)
  if (!last) return null
  return candidates.map((method) => findAnswering(method, last, evidence)).find(Boolean) ?? null
}
