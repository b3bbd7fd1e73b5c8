import { createHash, randomBytes } from 'node:crypto'

import type { App } from '../world/apps'
import { realNow } from '../world/clock'
import type { Person } from '../world/person'
import type { World } from '../world/world'
import type { Authentication } from './authentication'
import { meetsContext } from './authentication'
import type { Keys } from './keys'

export const graphAudience = 'https://graph.microsoft.com'

/** Who signs tokens, and in whose name. */
export type Issuing = {
  world: World
  keys: Keys
  issuer: string
  /** In place of what was consented, for tests. */
  grants?: Grants | null
}

type Grants = { scopes: readonly string[]; roles: readonly string[] }

const grantsOf = ({ world, grants }: Issuing, app: App): Grants =>
  grants ?? world.tenant.grants[app.name] ?? app

/** A token's own id, 22 characters, as in `uti` and in the sign-in log. */
export function newTokenId(): string {
  return randomBytes(16).toString('base64url')
}

/** How long an access token lives: about an hour, different each time. */
export function accessTokenSeconds({ settings }: World): number {
  return settings.accessTokenSeconds ?? 3_600 + (randomBytes(2).readUInt16BE() % 1_500)
}

type Signed = { app: App; person: Person; authentication: Authentication }

/** Stable for one person and one app, and different between apps. */
function pairwise(world: World, app: App, id: string): string {
  return createHash('sha256').update(`${world.tenant.id} ${app.clientId} ${id}`).digest('base64url')
}

/** The ID token: v2.0 claims, optional ones only where the registration asks for them. */
export async function idToken(
  { world, keys, issuer }: Issuing,
  { app, person, authentication }: Signed,
  asked: {
    nonce: string | undefined
    contexts: string[]
    isFresh: boolean
    maxAge: number | null
    uti: string
  },
): Promise<string> {
  const now = Math.floor(realNow() / 1_000)
  const seconds = shortened(world, 3_900, authentication, asked.maxAge)
  const optional = world.tenant.optionalClaims[app.name]
  const contexts = asked.contexts.filter((id) => meetsContext(world, id, authentication, asked.isFresh))
  const roles = app.name === 'portal' ? (world.tenant.appRoles[person.id] ?? []) : []
  return keys.sign({
    aud: app.clientId,
    iss: issuer,
    iat: now,
    nbf: now,
    exp: now + seconds,
    ...(optional.includes('acrs') && contexts.length > 0 ? { acrs: contexts } : {}),
    ...(optional.includes('amr') ? { amr: authentication.amr } : {}),
    ...(optional.includes('auth_time') ? { auth_time: authentication.authTime } : {}),
    name: person.displayName,
    ...(asked.nonce === undefined ? {} : { nonce: asked.nonce }),
    oid: person.id,
    preferred_username: person.userPrincipalName,
    ...(roles.length > 0 ? { roles } : {}),
    sid: authentication.sid,
    sub: pairwise(world, app, person.id),
    tid: world.tenant.id,
    uti: asked.uti,
    ver: '2.0',
  })
}

/** Seconds a token lives; whether `max_age` ends it is a setting (MSAL.py issue 444 says so). */
function shortened(
  { settings }: World,
  seconds: number,
  { authTime }: Authentication,
  maxAge: number | null,
): number {
  if (!settings.maxAgeShortensTokens || maxAge === null) return seconds
  const left = authTime + maxAge - Math.floor(realNow() / 1_000)
  return Math.max(1, Math.min(seconds, left))
}

type Asked = { uti: string; scopes: string[]; maxAge: number | null; hasCertificate: boolean }

/** A delegated Graph token. It carries every scope consented for the app, whatever was asked, unless a setting says otherwise. */
export async function delegatedToken(
  issuing: Issuing,
  { app, person, authentication }: Signed,
  { uti, scopes, maxAge, hasCertificate }: Asked,
): Promise<{ token: string; scope: string; seconds: number }> {
  const { world, keys, issuer } = issuing
  const now = Math.floor(realNow() / 1_000)
  const seconds = shortened(world, accessTokenSeconds(world), authentication, maxAge)
  const isAll = world.settings.tokenScopes === 'granted' || scopes.some((scope) => scope.endsWith('.default'))
  const isAsked = (scope: string) => isAll || scopes.some((asked) => asked.split('/').at(-1) === scope)
  const scope = ['openid', 'profile', 'email', ...grantsOf(issuing, app).scopes.filter(isAsked)].join(' ')
  const token = await keys.sign({
    aud: graphAudience,
    iss: issuer,
    iat: now,
    nbf: now,
    exp: now + seconds,
    amr: authentication.amr,
    app_displayname: app.displayName,
    appid: app.clientId,
    appidacr: hasCertificate ? '2' : '1',
    auth_time: authentication.authTime,
    idtyp: 'user',
    name: person.displayName,
    oid: person.id,
    scp: scope,
    sid: authentication.sid,
    sub: pairwise(world, app, person.id),
    tid: world.tenant.id,
    unique_name: person.userPrincipalName,
    upn: person.userPrincipalName,
    uti,
    ver: '1.0',
  })
  return { token, scope, seconds }
}

/** An app-only Graph token with all roles granted to the app. */
export async function appToken(
  issuing: Issuing,
  app: App,
  hasCertificate: boolean,
): Promise<{ token: string; seconds: number }> {
  const { world, keys, issuer } = issuing
  const now = Math.floor(realNow() / 1_000)
  const seconds = accessTokenSeconds(world)
  const token = await keys.sign({
    aud: graphAudience,
    iss: issuer,
    iat: now,
    nbf: now,
    exp: now + seconds,
    app_displayname: app.displayName,
    appid: app.clientId,
    appidacr: hasCertificate ? '2' : '1',
    idtyp: 'app',
    oid: app.servicePrincipalId,
    roles: [...grantsOf(issuing, app).roles],
    sub: app.servicePrincipalId,
    tid: world.tenant.id,
    uti: newTokenId(),
    ver: '1.0',
  })
  return { token, seconds }
}
