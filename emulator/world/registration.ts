import { randomBytes, randomInt } from 'node:crypto'

import { isoAt, realNow } from './clock'
import { asActor, writeAudit } from './logs'
import { workAccount } from './make-phone'
import type { Method } from './method'
import { authenticatorAaGuids } from './method'
import { getPerson } from './people'
import type { Phone } from './phone'
import { getPhone, isReachable } from './phones'
import { auditWords, newAuthenticator, registerMethod, registerRefusal } from './register-method'
import type { World } from './world'
import { newId } from './world'

/** "Add sign-in method" at Security info: a QR code, then a test notification with a number. */
export type PendingRegistration = {
  id: string
  personId: string
  /** Nine digits, for typing instead of scanning. */
  code: string
  qrText: string
  expiresAt: number
  state: 'waiting' | 'testing' | 'registered' | 'denied'
  phoneId: string | null
  totpSecret: string
  /** Shown at Security info, to be entered on the phone. Null until the code was scanned. */
  number: number | null
  methodId: string | null
}

export type RegisterRefusal =
  | 'limit_reached'
  | 'not_allowed'
  | 'not_found'
  | 'expired'
  | 'no_network'
  | 'other_person'

const lifetimeMs = 10 * 60_000

/** Shows a QR code to a person who is at their Security info. Refused at the limit of five. */
export function startRegistration(
  world: World,
  personId: string,
): { registration: PendingRegistration } | { refusal: RegisterRefusal } {
  const refusal = registerRefusal(world, getPerson(world, personId), 'microsoftAuthenticator')
  if (refusal) return { refusal }
  const code = String(randomInt(1_000_000_000)).padStart(9, '0')
  const registration: PendingRegistration = {
    id: newId(),
    personId,
    code,
    qrText: `phonefactor://activate_account?code=${code}&tenant=${world.tenant.id}`,
    expiresAt: realNow() + lifetimeMs,
    state: 'waiting',
    phoneId: null,
    totpSecret: newSecret(),
    number: null,
    methodId: null,
  }
  world.registrations.set(registration.id, registration)
  writeProgress(world, personId, 'started', 'User started the registration for')
  return { registration }
}

function writeProgress(world: World, personId: string, verb: 'started' | 'cancelled', words: string): void {
  const person = getPerson(world, personId)
  writeAudit(world, {
    person,
    actor: asActor(person),
    activityDisplayName: `User ${verb} security info registration`,
    operationType: 'Update',
    resultReason: `${words} ${auditWords('microsoftAuthenticator')}`,
  })
}

/** The registration a QR text, a code or an id names, or null. */
export function findRegistration(world: World, text: string): PendingRegistration | null {
  const wanted = text.trim()
  const known = [...world.registrations.values()]
  return known.find(({ id, code, qrText }) => [id, code, qrText].includes(wanted)) ?? null
}

/** The phone scans the QR code (or its owner types the nine digits): the number test begins. */
export function registerOnPhone(
  world: World,
  phoneId: string,
  qrTextOrCode: string,
): { registration: PendingRegistration } | { refusal: RegisterRefusal } {
  const phone = getPhone(world, phoneId)
  const registration = findRegistration(world, qrTextOrCode)
  if (registration?.state !== 'waiting') return { refusal: 'not_found' }
  if (registration.expiresAt < realNow()) return { refusal: 'expired' }
  if (!isReachable(phone)) return { refusal: 'no_network' }
  if (registration.personId !== phone.ownerId) return { refusal: 'other_person' }
  Object.assign(registration, { state: 'testing', phoneId, number: randomInt(10, 100) })
  return { registration }
}

/** Number tests that ring on a phone. */
export function registrationsOn(world: World, phoneId: string): PendingRegistration[] {
  return [...world.registrations.values()].filter(
    (registration) => registration.phoneId === phoneId && registration.state === 'testing',
  )
}

/** The number is entered on the phone: only now does the registration exist at Microsoft. */
export function answerRegistration(
  world: World,
  phoneId: string,
  registrationId: string,
  answer: number | 'deny',
): 'registered' | 'wrong_number' | 'denied' | 'gone' {
  const registration = world.registrations.get(registrationId)
  if (registration?.phoneId !== phoneId || registration.state !== 'testing') return 'gone'
  if (answer === 'deny') {
    registration.state = 'denied'
    writeProgress(world, registration.personId, 'cancelled', 'User cancelled the registration for')
    return 'denied'
  }
  if (answer !== registration.number) return 'wrong_number'
  registration.methodId = addToPhone(world, getPhone(world, phoneId), registration.totpSecret).id
  registration.state = 'registered'
  return 'registered'
}

/**
 * Registration from inside the app, after its owner signed in there (with a pass or another method).
 * A name-only entry turns into a working one.
 */
export function registerInApp(
  world: World,
  phoneId: string,
): { method: Method } | { refusal: RegisterRefusal } {
  const phone = getPhone(world, phoneId)
  if (!isReachable(phone)) return { refusal: 'no_network' }
  const refusal = registerRefusal(world, getPerson(world, phone.ownerId), 'microsoftAuthenticator')
  if (refusal) return { refusal }
  return { method: addToPhone(world, phone, newSecret()) }
}

function addToPhone(world: World, phone: Phone, totpSecret: string): Method {
  const made = {
    displayName: phone.name,
    phoneAppVersion: phone.appVersion ?? '',
    phoneId: phone.id,
    totpSecret,
  }
  const method = newAuthenticator({ id: newId(), ...made })
  registerMethod(world, phone.ownerId, method, (owner) => {
    const mine = owner.phones.find(({ id }) => id === phone.id)
    if (!mine) return
    // The app lists an account once; what it stood for before stays at Microsoft.
    mine.accounts = mine.accounts.filter(({ kind }) => kind !== 'work')
    mine.accounts.unshift(workAccount(owner.userPrincipalName, method.id, totpSecret))
  })
  return method
}

/** Creates a passkey inside a phone's Authenticator. */
export function registerPasskeyInApp(
  world: World,
  phoneId: string,
): { method: Method } | { refusal: RegisterRefusal } {
  const phone = getPhone(world, phoneId)
  if (!isReachable(phone)) return { refusal: 'no_network' }
  const refusal = registerRefusal(world, getPerson(world, phone.ownerId), 'fido2')
  if (refusal) return { refusal }
  const isApple = phone.platform !== 'android'
  const method: Method = {
    kind: 'fido2',
    id: randomBytes(16).toString('base64url'),
    createdDateTime: isoAt(realNow()),
    lastUsedDateTime: null,
    displayName: `Authenticator - ${isApple ? 'iOS' : 'Android'}`,
    aaGuid: isApple ? authenticatorAaGuids.ios : authenticatorAaGuids.android,
    model: 'Microsoft Authenticator',
    passkeyType: 'deviceBound',
    attestationLevel: 'notAttested',
    phoneId,
  }
  registerMethod(world, phone.ownerId, method, (owner) => {
    owner.phones.find(({ id }) => id === phoneId)?.passkeyMethodIds.push(method.id)
  })
  return { method }
}

function newSecret(): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  return Array.from(randomBytes(26), (byte) => letters[byte & 31]).join('')
}
