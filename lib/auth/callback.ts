import { cookies, headers } from 'next/headers'
import type { Account, Profile } from 'next-auth'
import { z } from 'zod'
import { refuseToken } from '@/lib/commands/session/refuse-token'
import { startSession } from '@/lib/commands/session/start-session'
import { idTokenClaims } from '@/lib/domain/id-token'
import { apps, excessScopes, missingScopes } from '@/lib/domain/session'
import { readEnv } from '@/lib/env'
import { AppError } from '@/lib/errors'
import { PERSON_LANGUAGE_COOKIE } from '@/lib/i18n/language'
import { findSignedIn } from '@/lib/queries/session'
import { digestOf } from '@/lib/seal'
import { readAsked } from './asked'
import { isSecure } from './cookies'
import { readSessionSecret } from './secret'

const visitor = { kind: 'visitor', reference: null } as const

/** A finished sign-in becomes a session row; returns the secret that the browser's cookie will carry. */
export async function sessionSecretFrom(account: Account, profile: Profile | undefined): Promise<string> {
  const app = z.enum(apps).parse(account.provider)
  const claims = idTokenClaims.parse(profile)
  if (claims.tid !== readEnv('TENANT_ID')) throw new AppError('unauthenticated', 'wrong_tenant')
  const token = app === 'portal' ? null : await acceptToken(app, account, claims.oid)
  const head = await headers()

  const secret = await startSession(visitor, {
    app,
    claims,
    token,
    freshSince: await readFreshSince(app),
    previousSecret: await readSessionSecret(),
    address: head.get('x-forwarded-for')?.split(',')[0] ?? null,
    browser: head.get('user-agent'),
  })
  await rememberLanguage(digestOf(secret))
  return secret
}

/** The language this person chose here once, in whatever browser, else the directory's; until they choose another in this one. */
async function rememberLanguage(secretHash: string): Promise<void> {
  const signedIn = await findSignedIn(secretHash)
  const language = signedIn?.preferredLanguage
  if (!language) return
  const options = {
    httpOnly: true,
    sameSite: 'lax',
    path: '/',
    secure: isSecure(),
    maxAge: yearSeconds,
  } as const
  ;(await cookies()).set(PERSON_LANGUAGE_COOKIE, language, options)
}

const yearSeconds = 365 * 24 * 60 * 60

async function acceptToken(app: 'self' | 'desk', account: Account, oid: string) {
  const { access_token: value, expires_at: expiresAt } = account
  if (!value || !expiresAt) throw new AppError('unauthenticated', 'token_missing')
  const scopes = scopesIn(value)
  const excess = excessScopes(app, scopes)
  if (excess.length > 0) {
    await refuseToken(visitor, { app, entraId: oid, excess })
    throw new AppError('unauthenticated', 'token_too_strong')
  }
  return { value, expiresAt: new Date(expiresAt * 1000), missing: missingScopes(app, scopes) }
}

/** The scopes a token says it carries. It came straight from the token endpoint, so no signature is checked. */
function scopesIn(token: string): string[] {
  const payload = token.split('.')[1] ?? ''
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  return z
    .object({ scp: z.string().default('') })
    .parse(claims)
    .scp.split(' ')
    .filter(Boolean)
}

/** When a fresh sign-in to this app was asked for in this browser; null when it was not. */
async function readFreshSince(app: string): Promise<Date | null> {
  const asked = await readAsked()
  return asked?.app === app && asked.freshSince ? new Date(asked.freshSince) : null
}
