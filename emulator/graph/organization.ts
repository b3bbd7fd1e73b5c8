import { isoAt } from '../world/clock'
import { domainName } from '../world/sites'
import type { World } from '../world/world'
import { listAnswer } from './paging'
import { type AllowedRequest, contextOf, type GraphAnswer, notFound } from './request'

type Params = Record<string, string>

const premiumPlan = {
  servicePlanId: '41781fb2-bc02-4b7c-bd55-b576c07bb09d', // AAD_PREMIUM, alike in every tenant
  service: 'AADPremiumService',
  capabilityStatus: 'Enabled',
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

/** GET /subscribedSkus: the licences of the tenant, one suite with Entra ID P1 or none. */
export function listLicences(request: AllowedRequest): GraphAnswer {
  const { world } = request
  const suite = {
    id: `${world.tenant.id}_078d2b04-f1bd-4111-bbd6-b4b1b354cef4`,
    accountId: world.tenant.id,
    accountName: world.tenant.displayName,
    appliesTo: 'User',
    capabilityStatus: 'Enabled',
    consumedUnits: world.size,
    prepaidUnits: { enabled: world.size, suspended: 0, warning: 0, lockedOut: 0 },
    servicePlans: [
      {
        servicePlanId: premiumPlan.servicePlanId,
        servicePlanName: 'AAD_PREMIUM',
        provisioningStatus: 'Success',
        appliesTo: 'User',
      },
    ],
    skuId: '078d2b04-f1bd-4111-bbd6-b4b1b354cef4', // AAD_PREMIUM, alike in every tenant
    skuPartNumber: 'AAD_PREMIUM',
    subscriptionIds: [],
  }
  return listAnswer(request, 'subscribedSkus', world.settings.hasPremiumLicence ? [suite] : [])
}

/** GET /organization. Without a premium licence the plan list is empty. */
export function listOrganization(request: AllowedRequest): GraphAnswer {
  const { tenant, settings, genesis } = request.world
  const premium = { ...premiumPlan, assignedDateTime: isoAt(genesis.bornAt) }
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
