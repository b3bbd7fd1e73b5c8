import { cookies } from 'next/headers'
import { decode } from 'next-auth/jwt'
import { readEnv } from '@/lib/env'
import { sessionCookie } from './cookies'

/** The secret of this browser's session, as the sign-in library's cookie carries it; null without one. */
export async function readSessionSecret(): Promise<string | null> {
  const sealed = (await cookies()).get(sessionCookie())?.value
  if (!sealed) return null
  try {
    const token = await decode({ token: sealed, secret: readEnv('AUTH_SECRET') })
    return typeof token?.sid === 'string' ? token.sid : null
  } catch {
    return null // altered, or sealed with another secret: as good as none
  }
}
