import { isoAt } from '../world/clock'
import { domainName } from '../world/sites'
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
      authenticationMethodConfigurations: methodsPolicy.configurations.map((configuration) =>
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
  const { configurations } = request.world.tenant.methodsPolicy
  const found = configurations.find(({ id }) => id.toLowerCase() === wanted.toLowerCase())
  if (!found) throw notFound(wanted)
  const context = contextOf(request, 'authenticationMethodConfigurations/$entity')
  return { status: 200, body: { '@odata.context': context, ...configurationView(request.world, found) } }
}

function configurationView(world: World, configuration: MethodConfiguration): Record<string, unknown> {
  const { id, state, includeTargets, excludeTargets, details } = configuration
  const type = id.charAt(0).toLowerCase() + id.slice(1)
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

/** GET /domains. */
export function listDomains(request: AllowedRequest): GraphAnswer {
  return listAnswer(request, 'domains', domains(request.world))
}

/** GET /domains/{domain}. */
export function getDomain(request: AllowedRequest, { domain = '' }: Params): GraphAnswer {
  const found = domains(request.world).find(({ id }) => id === domain.toLowerCase())
  if (!found) throw notFound(domain)
  return { status: 200, body: { '@odata.context': contextOf(request, 'domains/$entity'), ...found } }
}

function domains({ tenant }: World) {
  const view = (id: string, isDefault: boolean, authenticationType: string) => ({
    id,
    authenticationType,
    availabilityStatus: null,
    isAdminManaged: true,
    isDefault,
    isInitial: false,
    isRoot: true,
    isVerified: true,
    supportedServices: ['Email', 'OfficeCommunicationsOnline'],
  })
  const isFederated = tenant.federatedDomains.some(({ name }) => name === domainName)
  const others = tenant.federatedDomains.filter(({ name }) => name !== domainName)
  return [
    view(domainName, true, isFederated ? 'Federated' : 'Managed'),
    ...others.map(({ name }) => view(name, false, 'Federated')),
  ]
}

/** GET /domains/{domain}/federationConfiguration: 404 for a managed domain. */
export function listFederation(request: AllowedRequest, { domain = '' }: Params): GraphAnswer {
  const found = request.world.tenant.federatedDomains.find(({ name }) => name === domain.toLowerCase())
  if (!found) throw notFound(domain)
  const view = {
    '@odata.type': '#microsoft.graph.internalDomainFederation',
    id: found.name,
    displayName: found.name,
    issuerUri: `http://${found.name}/adfs/services/trust/`,
    federatedIdpMfaBehavior: found.federatedIdpMfaBehavior,
  }
  return listAnswer(request, `domains('${found.name}')/federationConfiguration`, [view])
}

/** GET /organization. Without a premium licence the plan list is empty. */
export function listOrganization(request: AllowedRequest): GraphAnswer {
  const { tenant, settings, genesis } = request.world
  const premium = {
    servicePlanId: '41781fb2-bc02-4b7c-bd55-b576c07bb09d', // AAD_PREMIUM, alike in every tenant
    service: 'AADPremiumService',
    capabilityStatus: 'Enabled',
    assignedDateTime: isoAt(genesis.bornAt),
  }
  return listAnswer(request, 'organization', [
    {
      id: tenant.id,
      displayName: tenant.displayName,
      tenantType: 'AAD',
      countryLetterCode: 'IT',
      preferredLanguage: 'en',
      verifiedDomains: [
        { name: domainName, isDefault: true, isInitial: false, type: 'Managed', capabilities: 'Email' },
      ],
      assignedPlans: settings.hasPremiumLicence ? [premium] : [],
    },
  ])
}
