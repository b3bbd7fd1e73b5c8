import { isoAt } from '../world/clock'
import { addressOf } from '../world/conditional-access'
import { logTime, type SignInEntry } from '../world/logs'
import { agedMs } from '../world/moved-clock'
import type { World } from '../world/world'
import { visible } from './audit-logs'
import { pageAnswer } from './paging'
import { requirePremium } from './reports'
import { type AllowedRequest, contextOf, type GraphAnswer, notFound, type Version } from './request'

type Params = Record<string, string>

/** GET /auditLogs/signIns: newest first, 1,000 a page, interactive ones; the beta shows how. */
export function listSignIns(request: AllowedRequest): GraphAnswer {
  requirePremium(request)
  const { world, version } = request
  const items = visible(world, world.signIns, world.settings.signInLogLagSeconds)
  const view = (entry: SignInEntry) => signInView(world, entry, version)
  return pageAnswer(request, {
    context: 'auditLogs/signIns',
    items,
    view,
    size: { fallback: 1_000, max: 1_000 },
  })
}

/** GET /auditLogs/signIns/{id}. */
export function getSignIn(request: AllowedRequest, { entry = '' }: Params): GraphAnswer {
  requirePremium(request)
  const found = request.world.signIns.find(({ id }) => id === entry)
  if (!found) throw notFound(entry)
  const context = contextOf(request, 'auditLogs/signIns/$entity')
  const view = signInView(request.world, found, request.version)
  return { status: 200, body: { '@odata.context': context, ...view } }
}

function signInView(world: World, entry: SignInEntry, version: Version): Record<string, unknown> {
  const common = {
    id: entry.id,
    createdDateTime: logTime(entry),
    userDisplayName: entry.userDisplayName,
    userPrincipalName: entry.userPrincipalName,
    userId: entry.personId,
    appId: entry.appId,
    appDisplayName: entry.appDisplayName,
    ipAddress: addressOf[entry.place],
    clientAppUsed: 'Browser',
    correlationId: entry.correlationId,
    conditionalAccessStatus: entry.errorCode === 0 ? 'success' : 'failure',
    isInteractive: entry.isInteractive,
    riskDetail: 'none',
    riskLevelAggregated: 'none',
    riskLevelDuringSignIn: 'none',
    riskState: 'none',
    riskEventTypes: [],
    riskEventTypes_v2: [],
    resourceDisplayName: entry.resourceDisplayName,
    resourceId: '00000003-0000-0000-c000-000000000000', // Microsoft Graph, alike in every tenant
    status: {
      errorCode: entry.errorCode,
      failureReason: entry.failureReason ?? 'Other.',
      additionalDetails: null,
    },
    deviceDetail: {
      deviceId: '',
      displayName: '',
      operatingSystem: '',
      browser: '',
      isCompliant: false,
      isManaged: false,
      trustType: '',
    },
    location: { city: '', state: '', countryOrRegion: '', geoCoordinates: {} },
    authenticationAppDeviceDetails: deviceView(world, entry),
    appliedConditionalAccessPolicies: [],
  }
  return version === 'beta' ? { ...common, ...betaDetails(world, entry) } : common
}

/** The phone that approved. Whether the log knows a phone that has no device object is a setting. */
function deviceView({ settings }: World, { device }: SignInEntry) {
  if (!device) return null
  const { id, registrationId, operatingSystem, appVersion } = device
  const deviceId = id ?? (settings.signInLogNamesDeviceId ? registrationId : '')
  return { deviceId, operatingSystem, clientApp: 'Microsoft Authenticator', appVersion }
}

function betaDetails(world: World, entry: SignInEntry): Record<string, unknown> {
  return {
    authenticationDetails: stepsOf(world, entry).map((step) => ({
      authenticationStepDateTime: isoAt(entry.at),
      authenticationMethod: step.authenticationMethod,
      authenticationMethodDetail: detailOf(world, step),
      succeeded: step.succeeded,
      authenticationStepResultDetail: step.resultDetail,
      authenticationStepRequirement: step.requirement,
    })),
    authenticationRequirement: 'multiFactorAuthentication',
    authenticationProtocol: 'none',
    authenticationContextClassReferences: entry.contexts.map((id) => ({ id, detail: 'required' })),
    networkLocationDetails:
      entry.place === 'office' ? [{ networkType: 'trustedNamedLocation', networkNames: ['Offices'] }] : [],
    sessionId: entry.sessionId,
    uniqueTokenIdentifier: entry.uniqueTokenIdentifier,
    signInEventTypes: [entry.isInteractive ? 'interactiveUser' : 'nonInteractiveUser'],
    userType: entry.isGuest ? 'guest' : 'member',
    mfaDetail: null,
    clientCredentialType: 'none',
    incomingTokenType: 'none',
    isTenantRestricted: false,
    tokenIssuerType: 'AzureAD',
  }
}

type Step = SignInEntry['steps'][number]

/** Young entries may not say yet how it was done (learn.microsoft.com/entra/identity/monitoring-health/concept-sign-in-log-activity-details). */
function stepsOf(world: World, { at, steps }: SignInEntry): Step[] {
  const { signInLogLagSeconds, signInDetailsLagSeconds } = world.settings
  if (agedMs(world, at) >= (signInLogLagSeconds + signInDetailsLagSeconds) * 1_000) return steps
  return [
    {
      authenticationMethod: 'Previously satisfied',
      authenticationMethodDetail: null,
      succeeded: true,
      resultDetail: 'MFA requirement satisfied by claim in the token',
      requirement: 'Multifactor authentication',
    },
  ]
}

const ofPhones = ['Mobile app notification', 'OATH verification code', 'Passwordless phone sign-in']

function detailOf({ settings }: World, step: Step): string | null {
  const isHidden = !settings.signInLogNamesPhone && ofPhones.includes(step.authenticationMethod)
  return isHidden ? null : step.authenticationMethodDetail
}
