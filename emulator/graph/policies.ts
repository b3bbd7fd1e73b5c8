import type { ConditionalAccessPolicy, MethodConfiguration } from '../world/tenant'
import type { World } from '../world/world'
import { listAnswer } from './paging'
import { type AllowedRequest, contextOf, type GraphAnswer, notFound } from './request'

type Params = Record<string, string>

/** GET /policies/authenticationMethodsPolicy. */
export function getMethodsPolicy(request: AllowedRequest): GraphAnswer {
  const { methodsPolicy } = request.world.tenant
  const everyone = {
    id: 'all_users',
    targetType: 'group',
    targetedAuthenticationMethod: 'microsoftAuthenticator',
  }
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(request, 'authenticationMethodsPolicy'),
      id: 'authenticationMethodsPolicy',
      displayName: 'Authentication Methods Policy',
      description:
        'The tenant-wide policy that controls which authentication methods are allowed in the tenant',
      lastModifiedDateTime: methodsPolicy.lastModifiedDateTime,
      policyVersion: '1.5',
      policyMigrationState: methodsPolicy.policyMigrationState,
      reconfirmationInDays: 0,
      registrationEnforcement: {
        authenticationMethodsRegistrationCampaign: {
          ...methodsPolicy.campaign,
          excludeTargets: [],
          includeTargets: [everyone],
        },
      },
      authenticationMethodConfigurations: shown(request).map((configuration) =>
        configurationView(request.world, configuration),
      ),
    },
  }
}

/** GET /policies/authenticationMethodsPolicy/authenticationMethodConfigurations/{id}; the id in any case. */
export function getConfiguration(
  request: AllowedRequest,
  { configuration: wanted = '' }: Params,
): GraphAnswer {
  const found = shown(request).find(({ id }) => id.toLowerCase() === wanted.toLowerCase())
  if (!found) throw notFound(wanted)
  const context = contextOf(request, 'authenticationMethodConfigurations/$entity')
  return { status: 200, body: { '@odata.context': context, ...configurationView(request.world, found) } }
}

/** Hardware tokens are in the beta only. */
function shown({ world, version }: AllowedRequest): MethodConfiguration[] {
  const { configurations } = world.tenant.methodsPolicy
  return version === 'beta' ? configurations : configurations.filter(({ id }) => id !== 'HardwareOath')
}

function configurationView(world: World, configuration: MethodConfiguration): Record<string, unknown> {
  const { id, state, includeTargets, excludeTargets, details } = configuration
  const type = id === 'QRCodePin' ? 'qrCodePin' : id.charAt(0).toLowerCase() + id.slice(1)
  const isPush = id === 'MicrosoftAuthenticator'
  return {
    '@odata.type': `#microsoft.graph.${type}AuthenticationMethodConfiguration`,
    id,
    state,
    excludeTargets,
    ...details,
    ...(id === 'TemporaryAccessPass' ? world.tenant.methodsPolicy.passes : {}),
    includeTargets: isPush
      ? includeTargets.map((target) => ({ ...target, authenticationMode: 'any' }))
      : includeTargets,
  }
}

/** GET /identity/conditionalAccess/policies. */
export function listConditionalAccess(request: AllowedRequest): GraphAnswer {
  const { conditionalAccess } = request.world.tenant
  return listAnswer(request, 'identity/conditionalAccess/policies', conditionalAccess.map(policyView))
}

const strengthNames: Record<string, string> = {
  '00000000-0000-0000-0000-000000000002': 'Multifactor authentication',
  '00000000-0000-0000-0000-000000000003': 'Passwordless MFA',
  '00000000-0000-0000-0000-000000000004': 'Phishing-resistant MFA',
}

function policyView(policy: ConditionalAccessPolicy): Record<string, unknown> {
  const { id, displayName, state, createdDateTime, modifiedDateTime, applications, strengthId } = policy
  const everyTime = {
    value: null,
    type: null,
    authenticationType: 'primaryAndSecondaryAuthentication',
    frequencyInterval: 'everyTime',
    isEnabled: true,
  }
  return {
    id,
    displayName,
    state,
    createdDateTime,
    modifiedDateTime,
    conditions: {
      clientAppTypes: ['all'],
      signInRiskLevels: [],
      userRiskLevels: [],
      platforms: null,
      locations: policy.locations,
      devices: null,
      applications: {
        includeApplications: applications.includeApplications,
        excludeApplications: [],
        includeUserActions: applications.includeUserActions,
        includeAuthenticationContextClassReferences: applications.includeContexts,
      },
      users: {
        includeUsers: policy.includeUsers,
        excludeUsers: policy.excludeUsers,
        includeGroups: [],
        excludeGroups: [],
        includeRoles: [],
        excludeRoles: [],
      },
    },
    grantControls: {
      operator: 'OR',
      builtInControls: policy.builtInControls,
      customAuthenticationFactors: [],
      termsOfUse: [],
      authenticationStrength:
        strengthId === null ? null : { id: strengthId, displayName: strengthNames[strengthId] },
    },
    sessionControls: policy.signInFrequency === null ? null : { signInFrequency: everyTime },
  }
}

/** GET /identity/conditionalAccess/authenticationContextClassReferences. */
export function listContexts(request: AllowedRequest): GraphAnswer {
  const { authenticationContexts } = request.world.tenant
  const context = 'identity/conditionalAccess/authenticationContextClassReferences'
  return listAnswer(
    request,
    context,
    authenticationContexts.map((reference) => ({ ...reference })),
  )
}

/** GET /identity/conditionalAccess/namedLocations: the office, by address and trusted. */
export function listLocations(request: AllowedRequest): GraphAnswer {
  const { locations } = request.world.tenant
  const views = locations.map(({ id, displayName, isTrusted, cidrAddress, createdDateTime }) => ({
    '@odata.type': '#microsoft.graph.ipNamedLocation',
    id,
    displayName,
    createdDateTime,
    modifiedDateTime: createdDateTime,
    isTrusted,
    ipRanges: [{ '@odata.type': '#microsoft.graph.iPv4CidrRange', cidrAddress }],
  }))
  return listAnswer(request, 'identity/conditionalAccess/namedLocations', views)
}
