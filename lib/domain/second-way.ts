import type { Evidence, TrackedMethod } from './evidence'
import { couldGive, factorOf, isMfaCapable } from './method'

type Context = Pick<Evidence, 'owners' | 'numberChanges' | 'phoneMethodsEndAt' | 'now'>

/** Whether a registration would still let the person in when the old phone is gone and the new one fails. */
export function isSecondWay(
  method: TrackedMethod,
  { owners, numberChanges, phoneMethodsEndAt, now }: Context,
): boolean {
  if (method.goneAt || !isMfaCapable(method) || owners.get(method.id) !== 'kept_device') return false
  return method.kind !== 'phone' || (!numberChanges && now < phoneMethodsEndAt)
}

/**
 * When the person last came in by it during this swap, or null. Microsoft naming the registration is enough;
 * a sign-in counts when nothing but what the person keeps could have given it.
 */
export function secondWayUsedAt(method: TrackedMethod, evidence: Evidence): Date | null {
  const { baselineAt, signIns } = evidence
  if (!baselineAt) return null
  if (method.lastUsedAt && method.lastUsedAt > baselineAt) return method.lastUsedAt
  const signIn = signIns.findLast(
    ({ at, amr }) =>
      at > baselineAt && couldGive(method, factorOf(amr)) && !couldBeAnother(evidence, at, amr),
  )
  return signIn?.at ?? null
}

function couldBeAnother({ methods, owners }: Evidence, at: Date, amr: readonly string[]): boolean {
  return methods.some(
    (method) =>
      owners.get(method.id) !== 'kept_device' &&
      method.firstSeenAt <= at &&
      (method.goneAt === null || method.goneAt > at) &&
      couldGive(method, factorOf(amr)),
  )
}
