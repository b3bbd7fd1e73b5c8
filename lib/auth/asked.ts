import { cookies } from 'next/headers'
import { z } from 'zod'
import { apps } from '@/lib/domain/session'
import { seal, unseal } from '@/lib/seal'
import { askedCookie, isSecure } from './cookies'

const minutesMax = 15

const Asked = z.object({
  app: z.enum(apps),
  /** When a fresh sign-in was asked for; null when any would do. */
  freshSince: z.iso.datetime().nullable(),
  returnTo: z.string(),
})

/** What was asked for when a sign-in began in this browser. */
export type Asked = z.output<typeof Asked>

/** Remembers it, sealed, until the browser comes back from Microsoft. */
export async function rememberAsked(asked: Asked): Promise<void> {
  const jar = await cookies()
  jar.set(askedCookie(), seal(JSON.stringify(asked), 'asked'), {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(),
    maxAge: minutesMax * 60,
  })
}

/** What was asked for last, or null: too long ago, never, or not written by us. */
export async function readAsked(): Promise<Asked | null> {
  const sealed = (await cookies()).get(askedCookie())?.value
  const text = sealed && unseal(sealed, 'asked')
  return text ? Asked.parse(JSON.parse(text)) : null
}
