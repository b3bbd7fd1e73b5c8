import { isoAt } from '../world/clock'
import { type AuditEntry, logTime, type SignInEntry } from '../world/logs'
import { agedMs } from '../world/moved-clock'
import type { World } from '../world/world'
import { pageAnswer } from './paging'
import { requirePremium } from './reports'
import { type AllowedRequest, type GraphAnswer, notFound, type Version } from './request'

type Params = Record<string, string>

/** Newest first; entries younger than the lag are not there yet. */
function visible<T extends { at: number }>(world: World, entries: T[], lagSeconds: number): T[] {
  return entries.filter(({ at }) => agedMs(world, at) >= lagSeconds * 1_000).toReversed()
}

/** GET /auditLogs/directoryAudits. Free tenants have it too, for seven days. */
export function listAudits(request: AllowedRequest): GraphAnswer {
  const { world, query } = request
  const items = visible(world, world.audits, world.settings.auditLagSeconds)
  const oldestFirst = /^activityDateTime(\s+asc)?$/i.test(query.get('$orderby') ?? '')
  const size = { fallback: 1_000, max: 1_000 }
  return pageAnswer(request, {
    context: 'auditLogs/directoryAudits',
    items: oldestFirst ? items.reverse() : items,
    view: auditView,
    size,
  })
}

/** GET /auditLogs/directoryAudits/{id}. */
export function getAudit({ world }: AllowedRequest, { entry = '' }: Params): GraphAnswer {
  const found = world.audits.find(({ id }) => id === entry)
  if (!found) throw notFound(entry)
  return { status: 200, body: auditView(found) }
}

function auditView(entry: AuditEntry): Record<string, unknown> {
  const { actor, target } = entry
  const nobody = {
    displayName: null,
    ipAddress: null,
    roles: [],
    userType: null,
    homeTenantId: null,
    homeTenantName: null,
  }
  return {
    id: entry.id,
    category: 'UserManagement',
    correlationId: entry.correlationId,
    result: entry.result,
    resultReason: entry.resultReason,
    activityDisplayName: entry.activityDisplayName,
    activityDateTime: logTime(entry),
    loggedByService: entry.loggedByService,
    operationType: entry.operationType,
    initiatedBy: {
      app:
        actor.kind === 'app'
          ? {
              appId: actor.appId,
              displayName: actor.displayName,
              servicePrincipalId: null,
              servicePrincipalName: null,
            }
          : null,
      user:
        actor.kind === 'user'
          ? { ...nobody, id: actor.id, userPrincipalName: actor.userPrincipalName }
          : null,
    },
    targetResources: [{ ...target, type: 'User', groupType: null, modifiedProperties: entry.modified }],
    additionalDetails: [],
  }
}

/** GET /auditLogs/signIns: newest first, 1,000 a page, interactive ones; the beta shows how. */
export function listSignIns(request: AllowedRequest): GraphAnswer {
  requirePremium(request)
  const { world, version } = request
  const items = visible(world, world.signIns, world.settings.signInLogLagSeconds)
  const view = (entry: SignInEntry) => signInView(entry, version)
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
  return { status: 200, body: signInView(found, request.version) }
}

function signInView(entry: SignInEntry, version: Version): Record<string, unknown> {
  const { device } = entry
  const common = {
    id: entry.id,
    createdDateTime: logTime(entry),
    userDisplayName: entry.userDisplayName,
    userPrincipalName: entry.userPrincipalName,
    userId: entry.personId,
    appId: entry.appId,
    appDisplayName: entry.appDisplayName,
    ipAddress: '192.0.2.1',
    clientAppUsed: 'Browser',
    correlationId: entry.correlationId,
    conditionalAccessStatus: 'success',
    isInteractive: entry.isInteractive,
    resourceDisplayName: entry.resourceDisplayName,
    resourceId: '00000003-0000-0000-c000-000000000000', // Microsoft Graph, alike in every tenant
    status: {
      errorCode: entry.errorCode,
      failureReason: entry.failureReason ?? 'Other.',
      additionalDetails: null,
    },
    authenticationAppDeviceDetails: device
      ? {
          deviceId: '',
          operatingSystem: device.operatingSystem,
          clientApp: 'Microsoft Authenticator',
          appVersion: device.appVersion,
        }
      : null,
    appliedConditionalAccessPolicies: [],
  }
  return version === 'beta' ? { ...common, ...betaDetails(entry) } : common
}

function betaDetails(entry: SignInEntry): Record<string, unknown> {
  return {
    authenticationDetails: entry.steps.map((step) => ({
      authenticationStepDateTime: isoAt(entry.at),
      authenticationMethod: step.authenticationMethod,
      authenticationMethodDetail: step.authenticationMethodDetail,
      succeeded: step.succeeded,
      authenticationStepResultDetail: step.resultDetail,
      authenticationStepRequirement: step.requirement,
    })),
    authenticationRequirement: 'multiFactorAuthentication',
    sessionId: entry.sessionId,
    uniqueTokenIdentifier: entry.uniqueTokenIdentifier,
    signInEventTypes: [entry.isInteractive ? 'interactiveUser' : 'nonInteractiveUser'],
  }
}
