import type { NextAuthOptions } from 'next-auth'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { type App, apps, scopesOf } from '@/lib/domain/session'
import { readAuthority, readEnv } from '@/lib/env'
import { log } from '@/lib/log'
import { sessionSecretFrom } from './callback'
import { isSecure, portalUrl, sessionCookie } from './cookies'

/**
 * next-auth, which performs the sign-in and nothing else: its cookie carries the secret of our session row.
 * Three app registrations, because a token of Entra carries all that was ever consented for its app.
 */
export function authOptions(): NextAuthOptions {
  process.env.NEXTAUTH_URL = portalUrl() // the library reads its own address from nowhere else
  return {
    secret: readEnv('AUTH_SECRET'),
    providers: apps.map(provider),
    session: { strategy: 'jwt', maxAge: 8 * 60 * 60 },
    useSecureCookies: isSecure(),
    cookies: {
      sessionToken: {
        name: sessionCookie(),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() },
      },
    },
    pages: { signIn: '/', error: '/' },
    callbacks: {
      jwt: async ({ token, account, profile }) => {
        if (!account) return token
        return { sid: await sessionSecretFrom(account, profile) }
      },
      redirect: ({ url }) => (url.startsWith(`${portalUrl()}/`) || url === portalUrl() ? url : portalUrl()),
    },
    logger: {
      error: (code, metadata) => log('error', 'sign_in.failed', { code, metadata }),
      warn: (code) => log('debug', 'sign_in.warning', { code }),
      debug: () => undefined,
    },
  }
}

type Claims = { oid: string; name?: string }

function provider(app: App): OAuthConfig<Claims> {
  const scope = ['openid', 'profile', ...scopesOf[app].map((name) => `https://graph.microsoft.com/${name}`)]
  const names = {
    portal: ['PORTAL_CLIENT_ID', 'PORTAL_CLIENT_SECRET'],
    self: ['SELF_CLIENT_ID', 'SELF_CLIENT_SECRET'],
    desk: ['DESK_CLIENT_ID', 'DESK_CLIENT_SECRET'],
  } as const
  const [id, secret] = names[app]
  return {
    id: app,
    name: app,
    type: 'oauth',
    wellKnown: `${readAuthority()}/.well-known/openid-configuration`,
    clientId: readEnv(id),
    clientSecret: readEnv(secret),
    authorization: { params: { scope: scope.join(' ') } },
    client: { token_endpoint_auth_method: 'client_secret_post' },
    idToken: true, // from userinfo there would be neither roles nor oid
    checks: ['pkce', 'state', 'nonce'],
    // The library's own would fetch a photo from Graph.
    profile: ({ oid, name }) => ({ id: oid, name: name ?? null }),
  }
}
