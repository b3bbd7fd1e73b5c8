import { findPerson } from '../world/people'
import type { Person } from '../world/person'
import { isFreshCaller } from './caller'
import type { Viewing } from './method-view'
import { denied } from './permissions'
import { type AllowedRequest, answerOf } from './request'
import { mayChangeMethods, mayReadMethods, seesMaskedPhones } from './role-matrix'

/** The person whose methods a path is about. @throws {GraphError} 404 */
export function methodsTarget({ world }: AllowedRequest, user: string): Person {
  const person = findPerson(world, user)
  if (!person) throw answerOf(world, 'userGone')
  return person
}

/** @throws {GraphError} 403 — somebody else's methods without a reading role, or one's own without MFA */
export function requireReading({ world, caller }: AllowedRequest, target: Person): void {
  if (caller.kind === 'app') return
  if (caller.person.id === target.id) {
    if (!caller.amr.includes('mfa')) throw denied(world, 'methods')
  } else if (!mayReadMethods(world, caller.person, target)) throw denied(world, 'methods')
}

/** @throws {GraphError} 403 — the role matrix forbids it, or one's own sign-in is not fresh enough */
export function requireChanging(request: AllowedRequest, target: Person): void {
  const { world, caller } = request
  if (caller.kind === 'app') return
  if (caller.person.id === target.id) {
    if (!isFreshCaller(request, caller)) throw answerOf(world, 'staleSignIn')
  } else if (!mayChangeMethods(world, caller.person, target)) throw denied(world, 'methods')
}

/** How somebody's methods are shown to the caller. */
export function viewingOf(request: AllowedRequest, target: Person): Viewing {
  const { world, version } = request
  return { world, version, owner: target, masksPhones: masksPhones(request, target) }
}

/** Whether the caller gets phone numbers masked. */
function masksPhones({ world, caller }: AllowedRequest, target: Person): boolean {
  return (
    caller.kind === 'user' && caller.person.id !== target.id && seesMaskedPhones(world, caller.person, target)
  )
}

/** Whether a path is about the caller's own person. */
export function isOwn({ world, caller }: AllowedRequest, user: string): boolean {
  return caller.kind === 'user' && findPerson(world, user)?.id === caller.person.id
}
