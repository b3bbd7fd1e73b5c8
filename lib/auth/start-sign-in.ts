import { createHash, randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { readClock } from '@/lib/clock'
import type { App } from '@/lib/domain/session'
import { readEnv } from '@/lib/env'
import { rememberAsked } from './asked'
import { isSecure, portalUrl } from './cookies'
import { authOptions } from './options'

export type SignInWish = {
  app: App
  /** Path within the portal to come back to. */
  returnTo: string
  /** Asks for a sign-in here and now, whatever the browser remembers. */
  fresh: boolean
  loginHint?: string | undefined
}

/**
 * Sends the browser to Microsoft to sign in: next-auth's own sign-in form, sent from the server, so that it
 * works without client JavaScript. A fresh one is remembered in a sealed cookie and checked on return.
 */
export async function startSignIn({ app, returnTo, fresh, loginHint }: SignInWish): Promise<Response> {
  const jar = await cookies()
  const options = { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } as const
  const csrf = randomBytes(32).toString('hex')
  const hash = createHash('sha256')
    .update(`${csrf}${readEnv('AUTH_SECRET')}`)
    .digest('hex')
  jar.set(isSecure() ? '__Host-next-auth.csrf-token' : 'next-auth.csrf-token', `${csrf}|${hash}`, options)

  await rememberAsked({ app, freshSince: fresh ? readClock().toISOString() : null, returnTo })

  const url = new URL(`${portalUrl()}/api/auth/signin/${app}`)
  for (const [name, value] of Object.entries(wishParams(fresh, loginHint))) url.searchParams.set(name, value)
  const request = new NextRequest(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ csrfToken: csrf, callbackUrl: `${portalUrl()}${returnTo}` }).toString(),
  })
  return NextAuth(request, { params: Promise.resolve({ nextauth: ['signin', app] }) }, authOptions())
}

function wishParams(fresh: boolean, loginHint: string | undefined): Record<string, string> {
  const context = readEnv('AUTH_CONTEXT')
  return {
    ...(fresh ? { prompt: 'login', max_age: '0' } : {}),
    ...(fresh && context
      ? { claims: JSON.stringify({ id_token: { acrs: { essential: true, value: context } } }) }
      : {}),
    ...(loginHint ? { login_hint: loginHint } : {}),
  }
}
