import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose'
import { z } from 'zod'
import { idTokenClaims } from '@/lib/domain/id-token'
import type { App } from '@/lib/domain/session'
import { readAuthority, readEnv } from '@/lib/env'
import { Unseen } from './graph'

/** The sign-in service: where it sends people, and what it makes of a code. */
export type Authority = {
  authorizeUrl(app: App, query: Record<string, string>): string
  redeem(app: App, code: string, more: { redirectUri: string; verifier: string }): Promise<Redeemed>
}

export type Redeemed = {
  claims: z.infer<typeof Claims>
  token: string
  scopes: string[]
  expiresInSeconds: number
  /** Microsoft's clock when it answered, in seconds: `auth_time` is by that clock too. */
  answeredAt: number | null
}

const Claims = idTokenClaims.extend({ nonce: z.string().optional() })

const Discovery = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
})
const Tokens = z.object({
  access_token: z.string().min(1),
  id_token: z.string().min(1),
  expires_in: z.coerce.number(),
  scope: z.string().default(''),
})

const TIMEOUT_MS = 20_000
const CLOCKS_APART_SECONDS = 300
const credentials = {
  portal: ['PORTAL_CLIENT_ID', 'PORTAL_CLIENT_SECRET'],
  self: ['SELF_CLIENT_ID', 'SELF_CLIENT_SECRET'],
  desk: ['DESK_CLIENT_ID', 'DESK_CLIENT_SECRET'],
} as const

/**
 * Reads what the authority says of itself.
 *
 * @throws {Unseen} it does not answer, or is not the tenant's
 */
export async function openAuthority(tenantId: string): Promise<Authority> {
  const answer = await fetch(`${readAuthority()}/.well-known/openid-configuration`, options())
  const found = Discovery.safeParse(await answer.json().catch(() => null))
  if (!found.success || !found.data.issuer.includes(tenantId))
    throw new Unseen(`${readAuthority()} is not the sign-in service of tenant ${tenantId}.`)
  const { issuer, authorization_endpoint, token_endpoint, jwks_uri } = found.data
  const keys = createRemoteJWKSet(new URL(jwks_uri))

  return {
    authorizeUrl: (app, query) =>
      `${authorization_endpoint}?${new URLSearchParams({ client_id: readEnv(credentials[app][0]), ...query })}`,
    async redeem(app, code, { redirectUri, verifier }) {
      const [id, secret] = credentials[app]
      const form = new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: readEnv(id),
        client_secret: readEnv(secret),
        code,
        redirect_uri: redirectUri,
        code_verifier: verifier,
      })
      const response = await fetch(token_endpoint, { ...options(), method: 'POST', body: form })
      const tokens = Tokens.safeParse(await response.json().catch(() => null)).data
      if (!tokens) throw new Unseen(`The sign-in service gave no token for ${app} (${response.status}).`)
      const { payload } = await jwtVerify(tokens.id_token, keys, {
        issuer,
        audience: readEnv(id),
        clockTolerance: CLOCKS_APART_SECONDS,
      })
      const date = Date.parse(response.headers.get('date') ?? '')
      return {
        claims: Claims.parse(payload),
        token: tokens.access_token,
        scopes: scopesIn(tokens),
        expiresInSeconds: tokens.expires_in,
        answeredAt: Number.isNaN(date) ? null : date / 1_000,
      }
    },
  }
}

/** What the token itself carries. It is Graph's to read, not ours; where it cannot be read the answer says it. */
function scopesIn({ access_token, scope }: z.infer<typeof Tokens>): string[] {
  try {
    const { scp } = decodeJwt(access_token)
    if (typeof scp === 'string') return scp.split(' ')
  } catch {
    // Not a token of the kind that can be read.
  }
  return scope.split(' ').map((name) => name.replace(/^https:\/\/graph\.microsoft\.[a-z]+\//, ''))
}

function options(): RequestInit {
  return { redirect: 'error', cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) }
}
