import { missingRights, writingRights } from './rights'

/** What a look at the tenant came to; null where Microsoft did not let us read it. */
export type TenantFacts = {
  /** Application permissions in the reader's own token. */
  granted: readonly string[]
  /** Whether the registration report could be read: it comes with Entra ID P1. */
  hasPremium: boolean | null
  pass: {
    isEnabled: boolean
    isForEverybody: boolean
    minutesMin: number
    minutesMax: number
    isUsableOnce: boolean
  } | null
  isAuthenticatorEnabled: boolean | null
  /** `default`, `enabled`, `disabled`. */
  campaignState: string | null
  /** `preMigration`, `migrationInProgress`, `migrationComplete`. */
  migrationState: string | null
  isRegistrationGuarded: boolean | null
  /** The authentication context asked for at a fresh sign-in; null when none is set up here. */
  context: string | null
  /** The policies bound to it. */
  contextPolicies: readonly { hasStrength: boolean; isEveryTime: boolean }[] | null
  federatedDomains: readonly { id: string; mfaBehavior: string | null }[] | null
  /** Of the sign-ins of the last week: how many, and how many lacked the optional claims. */
  signIns: { count: number; withoutAmr: number; withoutTime: number }
  /** Of each app people act with: the scopes its latest token lacked. */
  unconsented: readonly { app: string; scopes: readonly string[] }[]
  breakGlassCount: number
  /** Our clock minus Microsoft's, in seconds; null when they gave none. */
  skewSeconds: number | null
}

export const findingCodes = [
  'rights_missing',
  'rights_writing',
  'consent_missing',
  'premium_missing',
  'pass_disabled',
  'pass_not_for_everybody',
  'pass_once',
  'pass_short',
  'authenticator_disabled',
  'campaign_on',
  'migration_open',
  'registration_unguarded',
  'context_missing',
  'context_unguarded',
  'context_not_every_time',
  'domains_federated',
  'claims_missing',
  'break_glass_missing',
  'clock_skew',
] as const

export type FindingCode = (typeof findingCodes)[number]

/** How much it weighs: `stop` makes moves fail or unprovable, `wait` makes them harder, `note` is good to know. */
export type Weight = 'stop' | 'wait' | 'note'

/** One thing about the tenant that somebody should know or mend. Its sentences are in `findings`. */
export type Finding = { code: FindingCode; weight: Weight; values: Record<string, string | number> }

const shortPassMinutes = 60
const skewSecondsMax = 60

/** What stands in the way of moving people in this tenant, the weightiest first. Empty: nothing. */
export function readFindings(facts: TenantFacts): Finding[] {
  const findings = [
    ...rights(facts),
    ...licence(facts),
    ...pass(facts),
    ...registration(facts),
    ...context(facts),
    ...signIn(facts),
    ...house(facts),
  ]
  const order: readonly Weight[] = ['stop', 'wait', 'note']
  return findings.toSorted((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight))
}

function found(code: FindingCode, weight: Weight, values: Finding['values'] = {}): Finding {
  return { code, weight, values }
}

function rights({ granted, unconsented }: TenantFacts): Finding[] {
  const missing = missingRights(granted).map(({ name }) => name)
  const writing = writingRights(granted)
  return [
    ...(missing.length > 0
      ? [found('rights_missing', 'stop', { rights: missing.join(', '), count: missing.length })]
      : []),
    ...(writing.length > 0 ? [found('rights_writing', 'stop', { rights: writing.join(', ') })] : []),
    ...unconsented
      .filter(({ scopes }) => scopes.length > 0)
      .map(({ app, scopes }) =>
        found('consent_missing', 'stop', { app: capital(app), rights: scopes.join(', ') }),
      ),
  ]
}

const capital = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

function licence({ hasPremium }: TenantFacts): Finding[] {
  return hasPremium === false ? [found('premium_missing', 'wait')] : []
}

function pass({ pass: policy }: TenantFacts): Finding[] {
  if (!policy) return []
  if (!policy.isEnabled) return [found('pass_disabled', 'wait')]
  return [
    ...(policy.isForEverybody ? [] : [found('pass_not_for_everybody', 'wait')]),
    ...(policy.isUsableOnce ? [found('pass_once', 'note')] : []),
    ...(policy.minutesMax < shortPassMinutes
      ? [found('pass_short', 'wait', { minutes: policy.minutesMax })]
      : []),
  ]
}

function registration(facts: TenantFacts): Finding[] {
  const { isAuthenticatorEnabled, campaignState, migrationState, isRegistrationGuarded } = facts
  const isOpen = migrationState !== null && migrationState !== 'migrationComplete'
  return [
    ...(isAuthenticatorEnabled === false ? [found('authenticator_disabled', 'stop')] : []),
    ...(isRegistrationGuarded === false ? [found('registration_unguarded', 'stop')] : []),
    ...(isOpen ? [found('migration_open', 'wait', { state: migrationState })] : []),
    ...(campaignState === 'enabled' ? [found('campaign_on', 'note')] : []),
  ]
}

function context({ context: name, contextPolicies }: TenantFacts): Finding[] {
  if (name === null) return [found('context_missing', 'wait')]
  if (!contextPolicies) return []
  if (contextPolicies.length === 0) return [found('context_unguarded', 'stop', { context: name })]
  const isStrict = contextPolicies.some(({ isEveryTime }) => isEveryTime)
  return isStrict ? [] : [found('context_not_every_time', 'wait', { context: name })]
}

function signIn({ signIns, federatedDomains }: TenantFacts): Finding[] {
  const { count, withoutAmr, withoutTime } = signIns
  const federated = (federatedDomains ?? []).map(({ id }) => id)
  return [
    ...(withoutAmr + withoutTime > 0
      ? [found('claims_missing', 'stop', { count: Math.max(withoutAmr, withoutTime), of: count })]
      : []),
    ...(federated.length > 0 ? [found('domains_federated', 'wait', { domains: federated.join(', ') })] : []),
  ]
}

function house({ breakGlassCount, skewSeconds }: TenantFacts): Finding[] {
  const isSkewed = skewSeconds !== null && Math.abs(skewSeconds) > skewSecondsMax
  return [
    ...(breakGlassCount === 0 ? [found('break_glass_missing', 'wait')] : []),
    ...(isSkewed ? [found('clock_skew', 'stop', { seconds: Math.round(Math.abs(skewSeconds)) })] : []),
  ]
}
