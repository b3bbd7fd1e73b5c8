import { randomBytes } from 'node:crypto'
import { isoAt, realNow } from '../../world/clock'
import { securityKey } from '../../world/make-method'
import { fixedMethodIds, type PhoneMethod } from '../../world/method'
import type { Person } from '../../world/person'
import { registerMethod, registerRefusal } from '../../world/register-method'
import type { World } from '../../world/world'
import type { SecurityCode } from './said'

const numberShape = /^\+\d{1,3} \d{4,14}$/

/** Adds a mobile number, or an alternate one when there is a mobile already. Why not, or null when it is done. */
export function addPhone(world: World, person: Person, typed: string): SecurityCode | null {
  const phoneNumber = typed.trim().replace(/^(\+\d{1,3}) ?/, '$1 ')
  if (!numberShape.test(phoneNumber)) return 'number_wrong'
  if (registerRefusal(world, person, 'phone')) return 'not_allowed'
  const free = (['mobile', 'alternateMobile'] as const).find(
    (type) => !person.methods.some(({ id }) => id === fixedMethodIds[type]),
  )
  if (!free) return 'number_taken'
  const method: PhoneMethod = {
    kind: 'phone',
    id: fixedMethodIds[free],
    createdDateTime: isoAt(realNow()),
    lastUsedDateTime: null,
    phoneType: free,
    phoneNumber,
    smsSignInState: free === 'mobile' ? 'notAllowedByPolicy' : 'notSupported',
  }
  registerMethod(world, person.id, method)
  return null
}

/** Adds a security key under the name its owner gives it. Why not, or null when it is done. */
export function addKey(world: World, person: Person, typed: string): SecurityCode | null {
  const displayName = typed.trim().slice(0, 30)
  const refusal = registerRefusal(world, person, 'fido2')
  if (displayName === '' || refusal) return refusal === 'not_allowed' ? refusal : 'not_possible'
  registerMethod(world, person.id, {
    kind: 'fido2',
    id: randomBytes(16).toString('base64url'),
    createdDateTime: isoAt(realNow()),
    lastUsedDateTime: null,
    ...securityKey,
    displayName,
    passkeyType: 'deviceBound',
    attestationLevel: 'attested',
  })
  return null
}
