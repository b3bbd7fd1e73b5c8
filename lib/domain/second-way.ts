import type { Evidence, TrackedMethod } from './evidence'
import { couldGive, factorOf, isMfaCapable } from './method'

type Context = Pick<Evidence, 'owners' | 'later' | 'numberChanges' | 'phoneMethodsEndAt' | 'now'>

/** Whether a registration would still let the person in when the old phone is gone and the new one fails. */
export function isSecondWay(method: TrackedMethod, context: Context): boolean {
  const { numberChanges, phoneMethodsEndAt, now } = context
  if (method.goneAt || !isMfaCapable(method) || !isKept(method, context)) return false
  return method.kind !== 'phone' || (!numberChanges && now < phoneMethodsEndAt)
}

/** What never lives on a phone, so that it may be set up during the move without asking whose it is. */
const neverOnPhone: readonly string[] = ['windowsHelloForBusiness', 'platformCredential', 'hardwareOath']

/** Whether a registration stays with the person: in the baseline by their word, set up later by their word or its kind. */
function isKept(
  { id, kind }: Pick<TrackedMethod, 'id' | 'kind'>,
  { owners, later }: Pick<Context, 'owners' | 'later'>,
): boolean {
  if (owners.has(id)) return owners.get(id) === 'kept_device'
  return later?.get(id) === 'kept_device' || (!later?.has(id) && neverOnPhone.includes(kind))
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

function couldBeAnother(evidence: Evidence, at: Date, amr: readonly string[]): boolean {
  return evidence.methods.some(
    (method) =>
      !isKept(method, evidence) &&
      method.firstSeenAt <= at &&
      (method.goneAt === null || method.goneAt > at) &&
      couldGive(method, factorOf(amr)),
  )
}
