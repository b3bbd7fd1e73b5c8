import { cookies } from 'next/headers'
import { findActor } from '@/lib/auth/actor'
import { portalUrl, sessionCookie } from '@/lib/auth/cookies'
import { endSession } from '@/lib/commands/session/end-session'
import { AppError, statusOf } from '@/lib/errors'
import { requireSameOrigin } from '@/lib/web/origin'

/** The sign-out button's target: ends the session here; Microsoft's own stays. */
export async function POST(): Promise<Response> {
  try {
    await requireSameOrigin()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return new Response(null, { status: statusOf[error.kind] })
  }
  const signedIn = await findActor()
  if (signedIn) await endSession(signedIn.actor)
  const jar = await cookies()
  jar.delete(sessionCookie())
  return new Response(null, {
    status: 303,
    headers: {
      location: `${portalUrl()}/`,
      'clear-site-data': '"cache", "storage"',
      'cache-control': 'no-store',
    },
  })
}
