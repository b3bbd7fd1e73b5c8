import { redirect } from 'next/navigation'
import { cache } from 'react'
import { addMinutes, readClock } from '@/lib/clock'
import { touchSession } from '@/lib/commands/session/touch-session'
import type { PersonActor } from '@/lib/domain/actor'
import { AppError } from '@/lib/errors'
import { findSignedIn, type SignedIn } from '@/lib/queries/session'
import { digestOf } from '@/lib/seal'
import { readSessionSecret } from './secret'

/** Who is signed in in this browser, or null. Asked once per request, however often it is called. */
export const findActor = cache(async (): Promise<SignedIn | null> => {
  const secret = await readSessionSecret()
  return secret ? findSignedIn(digestOf(secret)) : null
})

/**
 * The signed-in person, for something they do; their session starts idling anew.
 *
 * @throws {AppError} unauthenticated
 */
export async function requireActor(): Promise<PersonActor> {
  const signedIn = await findActor()
  if (!signedIn) throw new AppError('unauthenticated', 'unauthenticated')
  if (signedIn.lastSeenAt < addMinutes(readClock(), -1)) await touchSession(signedIn.actor)
  return signedIn.actor
}

/** The signed-in person, for a page that looks again by itself: watching is not using. @throws {AppError} unauthenticated */
export async function watchingActor(): Promise<PersonActor> {
  const signedIn = await findActor()
  if (!signedIn) throw new AppError('unauthenticated', 'unauthenticated')
  return signedIn.actor
}

/** The signed-in person, for a page: whoever is not goes to the sign-in page and comes back here. */
export async function pageActor(path: string): Promise<PersonActor> {
  const signedIn = await findActor()
  if (!signedIn) redirect(`/?returnTo=${encodeURIComponent(path)}`)
  return requireActor()
}
