import type { KoaContextWithOIDC } from 'oidc-provider'
import { errors, interactionPolicy } from 'oidc-provider'
import { agedMs } from '../world/moved-clock'
import { findPerson, sessionsValidFrom } from '../world/people'
import type { World } from '../world/world'
import { askedContexts, findAuthentication, meetsContext } from './authentication'
import { appOf } from './clients'

const { Check, Prompt, base } = interactionPolicy

/** When a sign-in has to be asked for, and when it is refused: Entra's rules on top of the protocol's. */
export function signInPolicy(world: World) {
  const policy = base()
  policy.remove('consent') // an administrator consented for everybody
  policy.add(new Prompt({ name: 'select_account', requestable: true }), 0)
  policy.add(new Prompt({ name: 'consent', requestable: true }))
  const login = policy.get('login')
  if (!login) throw new Error('the protocol library has a login prompt')
  login.checks.add(
    new Check('sessions_revoked', 'the session was ended by an administrator', (ctx) =>
      isRevoked(world, ctx),
    ),
  )
  login.checks.add(
    new Check('authentication_context', 'AADSTS50158: External security challenge not satisfied.', (ctx) =>
      lacksContext(world, ctx),
    ),
  )
  login.checks.add(
    new Check('not_allowed', 'the account may not sign in', (ctx) => refuseAccount(world, ctx)),
  )
  return policy
}

function isRevoked(world: World, ctx: KoaContextWithOIDC): boolean {
  const authentication = findAuthentication(ctx.oidc.session?.acr)
  const person = authentication && findPerson(world, authentication.personId)
  if (!ctx.oidc.session?.accountId || ctx.oidc.result?.login) return false
  if (!authentication || !person) return true
  const validFrom = sessionsValidFrom(person)
  const hasArrived = agedMs(world, validFrom) >= world.settings.revokeLagSeconds * 1_000
  return hasArrived && authentication.authTime * 1_000 < validFrom - 999 // auth_time has whole seconds
}

function lacksContext(world: World, ctx: KoaContextWithOIDC): boolean {
  const { ids, isEssential } = askedContexts(parsed(ctx.oidc.params?.claims))
  const authentication = findAuthentication(ctx.oidc.session?.acr)
  if (ids.length === 0 || !isEssential || !ctx.oidc.session?.accountId) return false
  const isFresh = ctx.oidc.result?.login !== undefined
  return !authentication || !ids.every((id) => meetsContext(world, id, authentication, isFresh))
}

/** Refusals go back to the app as an error, where Entra would stop on a page of its own. */
function refuseAccount(world: World, ctx: KoaContextWithOIDC): boolean {
  const personId = ctx.oidc.session?.accountId
  if (!personId) return false
  const person = findPerson(world, personId)
  const app = appOf(world, ctx.oidc.client?.clientId)
  if (!person?.accountEnabled) throw new errors.AccessDenied('AADSTS50057: The user account is disabled.')
  const assigned = app && world.tenant.appAssignments[app.name]
  if (assigned && !assigned.includes(personId))
    throw new errors.AccessDenied(
      `AADSTS50105: Your administrator has configured the application ${app.displayName} ('${app.clientId}') to block users unless they are specifically granted ('assigned') access to the application. The signed in user '${person.userPrincipalName}' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator.`,
    )
  return false
}

/** The `claims` parameter as JSON, undefined when it is none. */
export function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}
