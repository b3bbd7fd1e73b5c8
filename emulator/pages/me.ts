import { randomBytes } from 'node:crypto'
import { minuteMs, realNow } from '../world/clock'
import { agedMs } from '../world/moved-clock'
import { findPerson } from '../world/people'
import type { Person } from '../world/person'
import type { World } from '../world/world'
import type { Exchange } from './exchange'
import { readCookie } from './exchange'
import type { Proof } from './signin/flow'

/** Somebody signed in to the emulator's own pages. In memory: after a restart they sign in again. */
type Me = {
  personId: string /** When a method was really used, milliseconds; null for one click on a name. */
  provedAt: number | null
}

const cookieName = 'emu_me'
const signedIn = new Map<string, Me>()

/** Signs a person in to the emulator's own pages: the cookie to set. */
export function signInHere({ personId, methodId }: Proof): string {
  const token = randomBytes(18).toString('base64url')
  signedIn.set(token, { personId, provedAt: methodId === null ? null : realNow() })
  return `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Lax`
}

/** Ends it: the cookie to set. */
export function signOutHere({ request }: Exchange): string {
  signedIn.delete(readCookie(request, cookieName) ?? '')
  return `${cookieName}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`
}

/** Who is signed in to the emulator's own pages, null for nobody or somebody deleted since. */
export function readMe(world: World, { request }: Exchange): { person: Person; isFresh: boolean } | null {
  const me = signedIn.get(readCookie(request, cookieName) ?? '')
  const person = me ? findPerson(world, me.personId) : null
  if (!me || !person) return null
  const isFresh = me.provedAt !== null && agedMs(world, me.provedAt) < world.settings.freshMinutes * minuteMs
  return { person, isFresh }
}
