import { randomInt, randomUUID } from 'node:crypto'
import { minuteMs, realNow } from './clock'
import type { AuthenticatorMethod } from './method'
import type { Person } from './person'
import type { Phone } from './phone'
import type { World } from './world'

export type RingState = 'waiting' | 'approved' | 'denied' | 'wrong_number' | 'failed' | 'expired'

/** A sign-in that waits for somebody to answer on a phone. Lives in memory: a restart ends it, as time would. */
export type Ring = {
  id: string
  kind: 'push' | 'call'
  personId: string
  /** The app somebody signs in to, as the phone names it. */
  appName: string
  phoneIds: string[]
  /** What the sign-in page shows and the phone must repeat; empty for a call. */
  number: string
  /** Three numbers, one of them the right one; none for a call. */
  choices: string[]
  expiresAt: number
  state: RingState
  /** The registration that answered, null while nobody did and for a call. */
  methodId: string | null
}

/** What one signs in to, and how long it rings. */
type Calling = { appName: string; seconds: number }

/** A request to every phone that can hear it. It rings nowhere when all are lost, off or unregistered. */
export function startPush(
  world: World,
  person: Person,
  { isPasswordless, ...call }: Calling & { isPasswordless: boolean },
): Ring {
  const phones = person.phones.filter((phone) => {
    const method = pushMethodOf(person, phone)
    return isReachable(phone) && method !== null && (!isPasswordless || method.passwordless)
  })
  const choices = threeNumbers()
  return keep(world, { ...call, kind: 'push', person, phones, number: choices[randomInt(3)] ?? '', choices })
}

/** A voice call to the phone that holds the number's SIM. */
export function startCall(
  world: World,
  person: Person,
  { phoneNumber, ...call }: Calling & { phoneNumber: string },
): Ring {
  const phones = person.phones.filter((phone) => hasSim(phone, phoneNumber) && isReachable(phone))
  return keep(world, { ...call, kind: 'call', person, phones, number: '', choices: [] })
}

/** The ring as it is now, null when it was never there or is long over. */
export function findRing(world: World, ringId: string): Ring | null {
  const ring = world.rings.get(ringId)
  if (!ring) return null
  if (ring.state === 'waiting' && realNow() > ring.expiresAt) ring.state = 'expired'
  return ring
}

/** What a phone rings with at this moment, oldest first. Nothing while it is off, lost or in flight mode. */
export function listRings(world: World, phone: Phone): Ring[] {
  if (!isReachable(phone)) return []
  return [...world.rings.values()].filter(
    ({ id, phoneIds }) => phoneIds.includes(phone.id) && findRing(world, id)?.state === 'waiting',
  )
}

/**
 * Somebody answers on a phone. A wrong number counts as an answer, as at Microsoft; a second answer counts for
 * nothing. Null when that phone does not ring with it (any more).
 */
export function answerRing(
  world: World,
  person: Person,
  { phone, ringId, answer }: { phone: Phone; ringId: string; answer: string },
): Ring | null {
  const ring = listRings(world, phone).find(({ id }) => id === ringId)
  if (!ring) return null
  ring.methodId = ring.kind === 'push' ? (pushMethodOf(person, phone)?.id ?? null) : null
  ring.state = stateAfter(ring, phone, answer)
  return ring
}

/** Ends a ring nobody waits for any more. */
export function dropRing(world: World, ringId: string): void {
  world.rings.delete(ringId)
}

/** The live registration a phone's Authenticator holds, null when there is none or Microsoft no longer knows it. */
export function pushMethodOf(person: Person, phone: Phone): AuthenticatorMethod | null {
  for (const account of phone.accounts) {
    if (account.kind !== 'work') continue
    const method = person.methods.find(({ id }) => id === account.methodId)
    if (method?.kind === 'microsoftAuthenticator') return method
  }
  return null
}

/** Whether texts, calls and requests get through to it, with or without an app. */
export function isReachable(phone: Phone): boolean {
  return phone.condition === 'on' && !phone.flightMode
}

/** Whether texts and calls to that number arrive in this phone. Spaces in the number mean nothing. */
export function hasSim(phone: Phone, phoneNumber: string): boolean {
  return phone.simNumber !== null && digits(phone.simNumber) === digits(phoneNumber)
}

function stateAfter(ring: Ring, phone: Phone, answer: string): RingState {
  if (answer === 'deny') return 'denied'
  if (phone.approvalsFail) return 'failed'
  return ring.kind === 'call' || answer === ring.number ? 'approved' : 'wrong_number'
}

type NewRing = Pick<Ring, 'kind' | 'number' | 'choices'> & Calling & { person: Person; phones: Phone[] }

function keep(world: World, { person, phones, seconds, ...ring }: NewRing): Ring {
  forgetOld(world)
  const made: Ring = {
    ...ring,
    id: randomUUID(),
    personId: person.id,
    phoneIds: phones.map(({ id }) => id),
    expiresAt: realNow() + seconds * 1000,
    state: 'waiting',
    methodId: null,
  }
  world.rings.set(made.id, made)
  return made
}

function forgetOld({ rings }: World): void {
  const longAgo = realNow() - 10 * minuteMs
  for (const [id, { expiresAt }] of rings) if (expiresAt < longAgo) rings.delete(id)
}

function threeNumbers(): string[] {
  const numbers = new Set<string>()
  while (numbers.size < 3) numbers.add(String(randomInt(10, 100)))
  return [...numbers]
}

const digits = (phoneNumber: string) => phoneNumber.replace(/\D/g, '')
