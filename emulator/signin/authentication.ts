import { strengths } from '../world/first-conditional-access'
import type { ConditionalAccessPolicy } from '../world/tenant'
import type { ProofKind } from '../world/uncertain'
import { newId, type World } from '../world/world'

/** One time somebody proved who they are. Lives in memory, with the browser session that came of it. */
export type Authentication = {
  id: string
  personId: string
  /** What was used; null for tokens that the control API made up. */
  kind: ProofKind | null
  amr: readonly string[]
  /** The registration used; null for the one click that stands for single sign-on. */
  methodId: string | null
  /** Seconds. */
  authTime: number
  /** One browser session, over several proofs of the same person. */
  sid: string
  /** False until the first code was issued for it: only that one counts as "just now". */
  isUsed: boolean
}

const authentications = new Map<string, Authentication>()
const kept = 10_000

/** Remembers a proof. */
export function keepAuthentication(made: Omit<Authentication, 'id' | 'isUsed'>): Authentication {
  const authentication = { ...made, id: newId(), isUsed: false }
  authentications.set(authentication.id, authentication)
  if (authentications.size > kept) authentications.delete(authentications.keys().next().value ?? '')
  return authentication
}

/** The proof a browser session rests on, or null. */
export function findAuthentication(id: string | undefined): Authentication | null {
  return authentications.get(id ?? '') ?? null
}

/** Contexts asked for by the `claims` parameter, and whether the sign-in must not go on without. */
export function askedContexts(claims: unknown): { ids: string[]; isEssential: boolean } {
  const asked = (target: string) => memberOf(memberOf(claims, target), 'acrs')
  for (const acrs of [asked('id_token'), asked('access_token')]) {
    const values = [memberOf(acrs, 'value'), memberOf(acrs, 'values')].flat()
    const ids = values.filter((value) => typeof value === 'string')
    if (ids.length > 0) return { ids, isEssential: memberOf(acrs, 'essential') === true }
  }
  return { ids: [], isEssential: false }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
}

/** Enabled policies bound to a context, for a person they do not leave out. */
export function guardsOf(world: World, context: string, personId: string): ConditionalAccessPolicy[] {
  return world.tenant.conditionalAccess.filter(
    ({ state, applications, excludeUsers }) =>
      state === 'enabled' &&
      applications.includeContexts.includes(context) &&
      !excludeUsers.includes(personId),
  )
}

/**
 * Whether a proof meets a context. One that no policy guards is always met: Entra issues `acrs` for it too
 * (learn.microsoft.com/entra/identity-platform/developer-guide-conditional-access-authentication-context).
 */
export function meetsContext(
  world: World,
  context: string,
  authentication: Authentication,
  isFresh: boolean,
): boolean {
  return guardsOf(world, context, authentication.personId).every(
    ({ strengthId, signInFrequency, builtInControls }) =>
      (signInFrequency !== 'everyTime' || isFresh) &&
      (authentication.kind === null || meetsStrength(strengthId, authentication.kind)) &&
      (!builtInControls.includes('mfa') || authentication.amr.includes('mfa')),
  )
}

const phishingResistant: readonly ProofKind[] = ['passkey', 'windowsHello']

/** Whether what was used is strong enough for one of the built-in authentication strengths. */
export function meetsStrength(strengthId: string | null, kind: ProofKind): boolean {
  if (strengthId === strengths.phishingResistant) return phishingResistant.includes(kind)
  if (strengthId === strengths.passwordless) return [...phishingResistant, 'phoneSignIn'].includes(kind)
  return true
}
