import { z } from 'zod'
import type { Access } from './access'
import { callAll } from './pages'

/** What the portal looks at in a Conditional Access policy. */
export type AccessPolicy = {
  id: string
  displayName: string
  /** `enabled`, `disabled`, `enabledForReportingButNotEnforced`. */
  state: string
  userActions: string[]
  /** Authentication contexts it guards: `c1`, `c2` … */
  contexts: string[]
  includes: Whom
  excludes: Whom
  /** Whether it asks for something that a password alone does not give, or blocks. */
  isDemanding: boolean
  /** Applications it is for: `All`, `Office365`, client ids. */
  applications: string[]
  /** Kinds of device it is for: `all`, `iOS`, `android` …; empty: every kind. */
  platforms: string[]
  /** Whether nothing but a device under management passes. */
  isDeviceDemanded: boolean
  /** Whether it asks for an authentication strength. */
  hasStrength: boolean
  /** Whether a sign-in is asked for every time. */
  isEveryTime: boolean
}

type Whom = { users: string[]; groups: string[]; roles: string[] }

/** Whom a policy may name. All of it is needed: a group left out might be the one a policy excludes. */
type Person = { entraId: string; groupIds: readonly string[]; roleIds: readonly string[] }

export const REGISTER_SECURITY_INFO = 'urn:user:registersecurityinfo'

/**
 * Every Conditional Access policy, in Microsoft's order. Needs `Policy.Read.All`.
 *
 * @throws {AppError} refused `graph_licence_missing` — the tenant has no P1
 * @see https://learn.microsoft.com/graph/api/conditionalaccessroot-list-policies
 */
export async function listAccessPolicies(access: Access, signal?: AbortSignal): Promise<AccessPolicy[]> {
  const { items } = await callAll(access, '/identity/conditionalAccess/policies', { item: Policy, signal })
  return items.map(accessPolicy)
}

/**
 * Whether an enabled policy guards "Register security information" for this person, so that a password alone
 * does not let somebody else register first.
 */
export function guardsRegistration(policies: readonly AccessPolicy[], person: Person): boolean {
  return policies.some(
    (policy) =>
      policy.state === 'enabled' &&
      policy.isDemanding &&
      policy.userActions.includes(REGISTER_SECURITY_INFO) &&
      names(policy.includes, person) &&
      !names(policy.excludes, person),
  )
}

/**
 * The platforms on which everybody needs an enrolled phone to sign in to work: where an enabled policy for all
 * people and all applications, or Microsoft 365, lets nothing else pass.
 */
export function platformsToEnrol(policies: readonly AccessPolicy[]): ('ios' | 'android')[] {
  const demanding = policies.filter(
    ({ state, isDeviceDemanded, includes, applications }) =>
      state === 'enabled' &&
      isDeviceDemanded &&
      includes.users.includes('All') &&
      (applications.includes('All') || applications.includes('Office365')),
  )
  const names = { ios: 'iOS', android: 'android' } as const
  return (['ios', 'android'] as const).filter((platform) =>
    demanding.some(
      ({ platforms }) =>
        platforms.length === 0 || platforms.includes('all') || platforms.includes(names[platform]),
    ),
  )
}

/** The enabled policies bound to an authentication context; none: Entra grants it to everybody unguarded. */
export function policiesOfContext(policies: readonly AccessPolicy[], context: string): AccessPolicy[] {
  return policies.filter(({ state, contexts }) => state === 'enabled' && contexts.includes(context))
}

function names({ users, groups, roles }: Whom, person: Person): boolean {
  return (
    users.includes('All') ||
    users.includes(person.entraId) ||
    groups.some((id) => person.groupIds.includes(id)) ||
    roles.some((id) => person.roleIds.includes(id))
  )
}

const Ids = z.array(z.string()).nullish()

const Policy = z.object({
  id: z.string(),
  displayName: z.string().nullish(),
  state: z.string(),
  conditions: z.object({
    applications: z
      .object({
        includeApplications: Ids,
        includeUserActions: Ids,
        includeAuthenticationContextClassReferences: Ids,
      })
      .nullish(),
    platforms: z.object({ includePlatforms: Ids, excludePlatforms: Ids }).nullish(),
    users: z
      .object({
        includeUsers: Ids,
        excludeUsers: Ids,
        includeGroups: Ids,
        excludeGroups: Ids,
        includeRoles: Ids,
        excludeRoles: Ids,
      })
      .nullish(),
  }),
  grantControls: z
    .object({
      operator: z.string().nullish(),
      builtInControls: Ids,
      authenticationStrength: z.object({ id: z.string() }).nullish(),
    })
    .nullish(),
  sessionControls: z
    .object({
      signInFrequency: z
        .object({ isEnabled: z.boolean().nullish(), frequencyInterval: z.string().nullish() })
        .nullish(),
    })
    .nullish(),
})

function accessPolicy(policy: z.infer<typeof Policy>): AccessPolicy {
  const { applications, users } = policy.conditions
  const frequency = policy.sessionControls?.signInFrequency
  const hasStrength = Boolean(policy.grantControls?.authenticationStrength)
  return {
    id: policy.id,
    displayName: policy.displayName ?? '',
    state: policy.state,
    userActions: applications?.includeUserActions ?? [],
    contexts: applications?.includeAuthenticationContextClassReferences ?? [],
    includes: {
      users: users?.includeUsers ?? [],
      groups: users?.includeGroups ?? [],
      roles: users?.includeRoles ?? [],
    },
    excludes: {
      users: users?.excludeUsers ?? [],
      groups: users?.excludeGroups ?? [],
      roles: users?.excludeRoles ?? [],
    },
    applications: applications?.includeApplications ?? [],
    platforms: platformsOf(policy.conditions.platforms),
    isDeviceDemanded: demandsDevice(policy.grantControls),
    isDemanding: hasStrength || (policy.grantControls?.builtInControls ?? []).length > 0,
    hasStrength,
    isEveryTime: frequency?.isEnabled === true && frequency.frequencyInterval === 'everyTime',
  }
}

/** A policy for every kind of device but some is for the ones that are left. */
function platformsOf(platforms: z.infer<typeof Policy>['conditions']['platforms']): string[] {
  const included = platforms?.includePlatforms ?? []
  const excluded = platforms?.excludePlatforms ?? []
  const named = included.includes('all') && excluded.length > 0 ? ['iOS', 'android'] : included
  return named.filter((name) => !excluded.includes(name))
}

/** With `OR`, whatever else is asked for would do as well. */
function demandsDevice(controls: z.infer<typeof Policy>['grantControls']): boolean {
  const asked = controls?.builtInControls ?? []
  const others = asked.length - 1 + (controls?.authenticationStrength ? 1 : 0)
  return asked.includes('compliantDevice') && (others === 0 || controls?.operator === 'AND')
}
