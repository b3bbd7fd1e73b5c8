import type * as Graph from '@microsoft/microsoft-graph-types'
import * as z from 'zod'

import { entity, flag, guid, instant, orNull, shapeOf, text, texts, typed } from './shape'

const targetType = z.enum(['user', 'group'])
const excluded = z.strictObject({ id: text, targetType })
const included = z.strictObject({ id: text, targetType, isRegistrationRequired: flag })
const base = {
  id: text,
  state: z.enum(['enabled', 'disabled']),
  includeTargets: z.array(included),
  excludeTargets: z.array(excluded),
}

const configurationOf = (kind: string, more: z.core.$ZodLooseShape = {}) =>
  z.strictObject({ ...base, ...more, ...typed(`${kind}AuthenticationMethodConfiguration`) })

const featureTarget = z.strictObject({
  id: text,
  targetType: z.enum(['group', 'administrativeUnit', 'role']),
})
const feature = z.strictObject({
  state: z.enum(['default', 'enabled', 'disabled']),
  includeTarget: featureTarget,
  excludeTarget: featureTarget.optional(),
})

const ofV1 = [
  configurationOf('fido2', {
    isAttestationEnforced: flag,
    isSelfServiceRegistrationAllowed: flag,
    keyRestrictions: z.strictObject({
      isEnforced: flag,
      enforcementType: z.enum(['allow', 'block']),
      aaGuids: texts,
    }),
  }),
  configurationOf('microsoftAuthenticator', {
    isSoftwareOathEnabled: flag,
    featureSettings: z.strictObject({
      displayAppInformationRequiredState: feature,
      displayLocationInformationRequiredState: feature,
    }),
    includeTargets: z.array(
      included.extend({ authenticationMode: z.enum(['deviceBasedPush', 'push', 'any']) }),
    ),
  }),
  configurationOf('sms'),
  configurationOf('temporaryAccessPass', {
    defaultLength: z.int().min(8).max(48),
    defaultLifetimeInMinutes: z.int().min(10).max(43_200),
    minimumLifetimeInMinutes: z.int().min(10).max(43_200),
    maximumLifetimeInMinutes: z.int().min(10).max(43_200),
    isUsableOnce: flag,
  }),
  configurationOf('softwareOath'),
  configurationOf('voice', { isOfficePhoneAllowed: flag }),
  configurationOf('email', { allowExternalIdToUseEmailOtp: z.enum(['default', 'enabled', 'disabled']) }),
  configurationOf('x509Certificate'),
  configurationOf('qrCodePin'),
]

/** Hardware tokens are configured in the beta only. */
export const methodConfiguration = {
  'v1.0': z.union(ofV1),
  beta: z.union([...ofV1, configurationOf('hardwareOath')]),
}

/** One configuration by itself. */
export const oneConfiguration = {
  'v1.0': z.union(ofV1.map(entity)),
  beta: z.union([...ofV1, configurationOf('hardwareOath')].map(entity)),
}

const campaign = z.strictObject({
  state: z.enum(['default', 'enabled', 'disabled']),
  snoozeDurationInDays: z.int().min(0).max(14),
  excludeTargets: z.array(excluded),
  includeTargets: z.array(z.strictObject({ id: text, targetType, targetedAuthenticationMethod: text })),
})

/** https://learn.microsoft.com/graph/api/resources/authenticationmethodspolicy */
export const methodsPolicy = (version: 'v1.0' | 'beta') =>
  shapeOf<Graph.AuthenticationMethodsPolicy>()({
    id: z.literal('authenticationMethodsPolicy'),
    displayName: text,
    description: text,
    lastModifiedDateTime: instant,
    policyVersion: text,
    policyMigrationState: z.enum(['preMigration', 'migrationInProgress', 'migrationComplete']),
    reconfirmationInDays: z.int(),
    registrationEnforcement: z.strictObject({ authenticationMethodsRegistrationCampaign: campaign }),
    authenticationMethodConfigurations: z.array(methodConfiguration[version]),
  })

const locations = shapeOf<Graph.ConditionalAccessLocations>()({
  includeLocations: texts,
  excludeLocations: texts,
})

/** https://learn.microsoft.com/graph/api/resources/conditionalaccesspolicy */
export const accessPolicy = shapeOf<Graph.ConditionalAccessPolicy>()({
  id: guid,
  displayName: text,
  state: z.enum(['enabled', 'disabled', 'enabledForReportingButNotEnforced']),
  createdDateTime: instant,
  modifiedDateTime: orNull(instant),
  conditions: shapeOf<Graph.ConditionalAccessConditionSet>()({
    clientAppTypes: texts,
    signInRiskLevels: texts,
    userRiskLevels: texts,
    platforms: z.null(),
    locations: orNull(locations),
    devices: z.null(),
    applications: shapeOf<Graph.ConditionalAccessApplications>()({
      includeApplications: texts,
      excludeApplications: texts,
      includeUserActions: texts,
      includeAuthenticationContextClassReferences: texts,
    }),
    users: shapeOf<Graph.ConditionalAccessUsers>()({
      includeUsers: texts,
      excludeUsers: texts,
      includeGroups: texts,
      excludeGroups: texts,
      includeRoles: texts,
      excludeRoles: texts,
    }),
  }),
  grantControls: shapeOf<Graph.ConditionalAccessGrantControls>()({
    operator: z.enum(['AND', 'OR']),
    builtInControls: texts,
    customAuthenticationFactors: texts,
    termsOfUse: texts,
    authenticationStrength: orNull(z.strictObject({ id: guid, displayName: text })),
  }),
  sessionControls: orNull(
    z.strictObject({
      signInFrequency: shapeOf<Graph.SignInFrequencySessionControl>()({
        value: z.null(),
        type: z.null(),
        authenticationType: z.enum(['primaryAndSecondaryAuthentication', 'secondaryAuthentication']),
        frequencyInterval: z.enum(['timeBased', 'everyTime']),
        isEnabled: flag,
      }),
    }),
  ),
})

export const authenticationContext = shapeOf<Graph.AuthenticationContextClassReference>()({
  id: text.regex(/^c\d{1,2}$/),
  displayName: text,
  description: text,
  isAvailable: flag,
})

export const namedLocation = shapeOf<Graph.IpNamedLocation>()(
  {
    id: guid,
    displayName: text,
    createdDateTime: instant,
    modifiedDateTime: instant,
    isTrusted: flag,
    ipRanges: z.array(
      z.strictObject({ ...typed('iPv4CidrRange'), cidrAddress: text.regex(/^[\d.]+\/\d+$/) }),
    ),
  },
  typed('ipNamedLocation'),
)

export const domain = shapeOf<Graph.Domain>()({
  id: text,
  authenticationType: z.enum(['Managed', 'Federated']),
  availabilityStatus: orNull(text),
  isAdminManaged: flag,
  isDefault: flag,
  isInitial: flag,
  isRoot: flag,
  isVerified: flag,
  supportedServices: texts,
})

export const federation = shapeOf<Graph.InternalDomainFederation>()(
  {
    id: text,
    displayName: text,
    issuerUri: text,
    federatedIdpMfaBehavior: z.enum([
      'acceptIfMfaDoneByFederatedIdp',
      'enforceMfaByFederatedIdp',
      'rejectMfaByFederatedIdp',
    ]),
  },
  typed('internalDomainFederation'),
)

export const organization = shapeOf<Graph.Organization>()(
  {
    id: guid,
    displayName: text,
    countryLetterCode: text.length(2),
    preferredLanguage: text,
    verifiedDomains: z.array(
      z.strictObject({ name: text, isDefault: flag, isInitial: flag, type: text, capabilities: text }),
    ),
    assignedPlans: z.array(
      shapeOf<Graph.AssignedPlan>()({
        servicePlanId: guid,
        service: text,
        capabilityStatus: text,
        assignedDateTime: instant,
      }),
    ),
  },
  { tenantType: text },
)

export const licence = shapeOf<Graph.SubscribedSku>()({
  id: text,
  accountId: text,
  accountName: text,
  appliesTo: text,
  capabilityStatus: z.enum(['Enabled', 'Warning', 'Suspended', 'Deleted', 'LockedOut']),
  consumedUnits: z.int(),
  prepaidUnits: shapeOf<Graph.LicenseUnitsDetail>()({
    enabled: z.int(),
    suspended: z.int(),
    warning: z.int(),
    lockedOut: z.int(),
  }),
  servicePlans: z.array(
    shapeOf<Graph.ServicePlanInfo>()({
      servicePlanId: guid,
      servicePlanName: text,
      provisioningStatus: text,
      appliesTo: text,
    }),
  ),
  skuId: guid,
  skuPartNumber: text,
  subscriptionIds: texts,
})
