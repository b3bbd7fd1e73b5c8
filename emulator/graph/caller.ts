import { errors as joseErrors } from 'jose'

import { graphAudience } from '../signin/tokens'
import { agedMs } from '../world/moved-clock'
import { findPerson } from '../world/people'
import type { Person } from '../world/person'
import { GraphError, type GraphRequest } from './request'

/** Whose token came along. */
export type Caller =
  | { kind: 'app'; appId: string; appName: string; granted: ReadonlySet<string> }
  | {
      kind: 'user'
      appId: string
      appName: string
      granted: ReadonlySet<string>
      person: Person
      /** Seconds; when the first factor was given, as `auth_time` says. */
      authTime: number
      amr: readonly string[]
    }

const refused = (message: string) => new GraphError(401, 'InvalidAuthenticationToken', message)

/** The caller a request's token names. @throws {GraphError} 401 — no token, not ours, not for Graph, or expired */
export async function readCaller({ world, signIn, headers }: GraphRequest): Promise<Caller> {
  const token = /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1]
  if (!token) throw refused('Access token is empty.')
  const claims = await signIn.keys.verify(token, graphAudience).catch((error: unknown) => {
    if (error instanceof joseErrors.JWTExpired)
      throw refused('Lifetime validation failed, the token is expired.')
    if (error instanceof joseErrors.JWTClaimValidationFailed && error.claim === 'aud')
      throw refused('Access token validation failure. Invalid audience.')
    throw refused('IDX14100: JWT is not well formed or its signature is invalid.')
  })
  const text = (name: string) => (typeof claims[name] === 'string' ? claims[name] : '')
  const list = (name: string) => (Array.isArray(claims[name]) ? claims[name].map(String) : [])
  const app = { appId: text('appid'), appName: text('app_displayname') }
  if (text('idtyp') === 'app') return { kind: 'app', ...app, granted: new Set(list('roles')) }
  const person = findPerson(world, text('oid'))
  if (!person?.accountEnabled) throw refused('The user account is disabled or was deleted.')
  const granted = new Set(text('scp').split(' '))
  return { kind: 'user', ...app, granted, person, authTime: Number(claims.auth_time), amr: list('amr') }
}

/** Whether the caller's sign-in still lets them change their own methods: MFA, and not longer ago than that. */
export function isFreshCaller(request: GraphRequest, caller: Caller & { kind: 'user' }): boolean {
  // auth_time has whole seconds; what happened within the last one counts as its end.
  const ageSeconds = agedMs(request.world, caller.authTime * 1_000 + 999) / 1_000
  return caller.amr.includes('mfa') && ageSeconds <= request.world.settings.freshMinutes * 60
}
