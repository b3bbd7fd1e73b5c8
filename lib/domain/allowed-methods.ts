/** For whom the tenant's policy turns a way to sign in on. Groups are not resolved, so `some` may or may not be you. */
export type AllowedFor = 'everybody' | 'some' | 'nobody'

/**
 * What the tenant's authentication methods policy lets people register, by our names for the kinds; null where
 * the policy does not speak of one. JSON-safe: kept with the examination of the tenant and shown to everybody.
 */
export type AllowedMethods = {
  authenticator: AllowedFor | null
  /** Codes in Microsoft Authenticator itself, beside its approvals. */
  authenticatorCode: AllowedFor | null
  /** Codes in any other app: Microsoft calls them third-party software OATH tokens. */
  otherAppCode: AllowedFor | null
  passkey: AllowedFor | null
  /** Null as a rule: only the beta of the policy speaks of it. */
  hardwareCode: AllowedFor | null
  textMessage: AllowedFor | null
  phoneCall: AllowedFor | null
  pass: AllowedFor | null
  /** Whether older policies may still allow more than this one says. */
  isMigrationOpen: boolean
}

/** The part of the policy that this rests on, by configuration id as Microsoft spells it. */
export type PolicyFacts = {
  migrationState: string | null
  configurations: Readonly<
    Record<
      string,
      {
        isEnabled: boolean
        includedGroupIds: readonly string[]
        excludedGroupIds: readonly string[]
        /** Only of Microsoft Authenticator; null elsewhere. */
        isCodeEnabled: boolean | null
      }
    >
  >
}

/**
 * The policy in the few words that guides and comparisons need.
 *
 * @see https://learn.microsoft.com/graph/api/resources/authenticationmethodspolicy
 */
export function allowedMethods({ migrationState, configurations }: PolicyFacts): AllowedMethods {
  const allowed = (id: string) => allowedFor(configurations[id])
  const app = configurations.MicrosoftAuthenticator
  return {
    authenticator: allowed('MicrosoftAuthenticator'),
    authenticatorCode: app?.isCodeEnabled === false ? 'nobody' : allowed('MicrosoftAuthenticator'),
    otherAppCode: allowed('SoftwareOath'),
    passkey: allowed('Fido2'),
    hardwareCode: allowed('HardwareOath'),
    textMessage: allowed('Sms'),
    phoneCall: allowed('Voice'),
    pass: allowed('TemporaryAccessPass'),
    isMigrationOpen: migrationState !== null && migrationState !== 'migrationComplete',
  }
}

function allowedFor(configuration: PolicyFacts['configurations'][string] | undefined): AllowedFor | null {
  if (!configuration) return null
  const { isEnabled, includedGroupIds, excludedGroupIds } = configuration
  if (!isEnabled) return 'nobody'
  return includedGroupIds.includes('all_users') && excludedGroupIds.length === 0 ? 'everybody' : 'some'
}
