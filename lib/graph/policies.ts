import { z } from 'zod'
import { AppError } from '@/lib/errors'
import type { Access } from './access'
import { callGraph } from './client'
import { callAll } from './pages'

/** What people may register, as the tenant's policy says today. */
export type MethodsPolicy = {
  /** `preMigration`, `migrationInProgress`, `migrationComplete`. */
  migrationState: string | null
  /** State of the campaign that nudges people to register: `default`, `enabled`, `disabled`. */
  campaignState: string | null
  /** Configuration id (`MicrosoftAuthenticator`, `Sms` …) → how it is set. */
  configurations: Record<string, MethodConfiguration>
}

export type MethodConfiguration = {
  isEnabled: boolean
  /** Groups it is for; `all_users` is everybody. */
  includedGroupIds: string[]
  excludedGroupIds: string[]
  /** Only of Microsoft Authenticator: whether it gives codes beside its approvals. Null elsewhere. */
  isCodeEnabled: boolean | null
  /** Only of Temporary Access Pass. */
  pass: { minutesMin: number; minutesMax: number; minutesDefault: number; isUsableOnce: boolean } | null
}

/**
 * The tenant's authentication methods policy. Needs `Policy.Read.AuthenticationMethod`.
 *
 * @see https://learn.microsoft.com/graph/api/authenticationmethodspolicy-get
 */
export async function readMethodsPolicy(access: Access, signal?: AbortSignal): Promise<MethodsPolicy> {
  const path = '/policies/authenticationMethodsPolicy'
  const { value } = await callGraph(access, path, { answer: Policy, signal })
  const configurations = value.authenticationMethodConfigurations ?? []
  return {
    migrationState: value.policyMigrationState ?? null,
    campaignState: value.registrationEnforcement?.authenticationMethodsRegistrationCampaign?.state ?? null,
    configurations: Object.fromEntries(configurations.map((one) => [one.id, configuration(one)])),
  }
}

/** A verified domain of the tenant; a federated one has its sign-in, and perhaps its MFA, elsewhere. */
export type Domain = { id: string; isFederated: boolean; federatedMfaBehavior: string | null }

/** The tenant's verified domains. Needs `Domain.Read.All`. */
export async function listDomains(access: Access, signal?: AbortSignal): Promise<Domain[]> {
  const { items } = await callAll(access, '/domains', { item: DomainEntry, signal })
  const domains: Domain[] = []
  for (const { id, isVerified, authenticationType } of items) {
    if (!isVerified) continue
    const isFederated = authenticationType === 'Federated'
    const federatedMfaBehavior = isFederated ? await mfaBehaviorOf(access, id, signal) : null
    domains.push({ id, isFederated, federatedMfaBehavior })
  }
  return domains
}

async function mfaBehaviorOf(
  access: Access,
  domain: string,
  signal: AbortSignal | undefined,
): Promise<string | null> {
  const path = `/domains/${domain}/federationConfiguration`
  try {
    const { items } = await callAll(access, path, { item: Federation, signal })
    return items[0]?.federatedIdpMfaBehavior ?? null
  } catch (error) {
    if (error instanceof AppError && error.kind === 'not_found') return null
    throw error
  }
}

/** Authentication contexts that are published for use: `c1`, `c2` … Needs `AuthenticationContext.Read.All`. */
export async function listContexts(access: Access, signal?: AbortSignal): Promise<string[]> {
  const path = '/identity/conditionalAccess/authenticationContextClassReferences'
  const { items } = await callAll(access, path, { item: Context, signal })
  return items.filter(({ isAvailable }) => isAvailable).map(({ id }) => id)
}

const Context = z.object({ id: z.string(), isAvailable: z.boolean().nullish() })
const Federation = z.object({ federatedIdpMfaBehavior: z.string().nullish() })
const DomainEntry = z.object({
  id: z.string(),
  isVerified: z.boolean().nullish(),
  authenticationType: z.string().nullish(),
})

const Targets = z.array(z.object({ id: z.string() })).nullish()
const Configuration = z.object({
  id: z.string(),
  state: z.string().nullish(),
  includeTargets: Targets,
  excludeTargets: Targets,
  minimumLifetimeInMinutes: z.number().nullish(),
  maximumLifetimeInMinutes: z.number().nullish(),
  defaultLifetimeInMinutes: z.number().nullish(),
  isUsableOnce: z.boolean().nullish(),
  isSoftwareOathEnabled: z.boolean().nullish(),
})

const Policy = z.object({
  policyMigrationState: z.string().nullish(),
  registrationEnforcement: z
    .object({
      authenticationMethodsRegistrationCampaign: z.object({ state: z.string().nullish() }).nullish(),
    })
    .nullish(),
  authenticationMethodConfigurations: z.array(Configuration).nullish(),
})

function configuration(one: z.infer<typeof Configuration>): MethodConfiguration {
  const { minimumLifetimeInMinutes: min, maximumLifetimeInMinutes: max } = one
  return {
    isEnabled: one.state === 'enabled',
    includedGroupIds: one.includeTargets?.map(({ id }) => id) ?? [],
    excludedGroupIds: one.excludeTargets?.map(({ id }) => id) ?? [],
    isCodeEnabled: one.isSoftwareOathEnabled ?? null,
    pass:
      min && max
        ? {
            minutesMin: min,
            minutesMax: max,
            minutesDefault: one.defaultLifetimeInMinutes ?? min,
            isUsableOnce: one.isUsableOnce ?? false,
          }
        : null,
  }
}
