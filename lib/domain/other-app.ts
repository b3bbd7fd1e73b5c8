import type { AllowedMethods } from './allowed-methods'

/** What one compares other authenticators by: how safe, how easy to leave, how finely controlled. */
export const appCriteria = ['security', 'portability', 'controls'] as const
export type AppCriterion = (typeof appCriteria)[number]

/**
 * Whether another authenticator app can be used for the work account: as codes for everybody or for some, not at all,
 * not unless an older policy still allows it, or not known. Never as more than codes.
 */
export type OtherAppVerdict = 'codes' | 'codes_some' | 'no' | 'no_unless_older' | 'unknown'

/** What the tenant's policy says of codes in apps that are not Microsoft Authenticator. */
export function otherAppVerdict(allowed: AllowedMethods | null): OtherAppVerdict {
  switch (allowed?.otherAppCode) {
    case 'everybody':
      return 'codes'
    case 'some':
      return 'codes_some'
    case 'nobody':
      return allowed.isMigrationOpen ? 'no_unless_older' : 'no'
    default:
      return 'unknown'
  }
}
