import { dayMs, isoAt } from './clock'
import type { Genesis } from './genesis'
import type { MethodConfiguration, MethodsPolicy } from './tenant'

const everyone = [{ targetType: 'group' as const, id: 'all_users', isRegistrationRequired: false }]

const configuration = (
  id: string,
  state: MethodConfiguration['state'],
  details: Record<string, unknown> = {},
) => ({
  id,
  state,
  includeTargets: everyone,
  excludeTargets: [],
  details,
})

/** Migrated policy: Authenticator, passkeys, passes, SMS and codes for everybody; passes as Microsoft's defaults. */
export function firstMethodsPolicy({ bornAt }: Genesis): MethodsPolicy {
  const feature = { state: 'default', includeTarget: { targetType: 'group', id: 'all_users' } }
  return {
    policyMigrationState: 'migrationComplete',
    campaign: { state: 'default', snoozeDurationInDays: 1 },
    // Defaults of https://learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass
    passes: {
      defaultLength: 8,
      defaultLifetimeInMinutes: 60,
      minimumLifetimeInMinutes: 60,
      maximumLifetimeInMinutes: 480,
      isUsableOnce: false,
    },
    lastModifiedDateTime: isoAt(bornAt - 30 * dayMs),
    configurations: [
      configuration('Fido2', 'enabled', {
        isAttestationEnforced: false,
        isSelfServiceRegistrationAllowed: true,
        keyRestrictions: { isEnforced: false, enforcementType: 'allow', aaGuids: [] },
      }),
      configuration('MicrosoftAuthenticator', 'enabled', {
        isSoftwareOathEnabled: true,
        featureSettings: {
          displayAppInformationRequiredState: feature,
          displayLocationInformationRequiredState: feature,
        },
      }),
      configuration('Sms', 'enabled'),
      configuration('TemporaryAccessPass', 'enabled'),
      configuration('HardwareOath', 'disabled'),
      configuration('SoftwareOath', 'enabled'),
      configuration('Voice', 'enabled', { isOfficePhoneAllowed: false }),
      configuration('Email', 'enabled', { allowExternalIdToUseEmailOtp: 'default' }),
      configuration('X509Certificate', 'disabled'),
      configuration('QRCodePin', 'disabled'),
    ],
  }
}
