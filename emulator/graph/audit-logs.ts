import { type AuditEntry, logTime } from '../world/logs'
import { agedMs } from '../world/moved-clock'
import type { World } from '../world/world'
import { pageAnswer } from './paging'
import { type AllowedRequest, contextOf, type GraphAnswer, notFound } from './request'

type Params = Record<string, string>

/** Newest first; entries younger than the lag are not there yet. */
export function visible<T extends { at: number }>(world: World, entries: T[], lagSeconds: number): T[] {
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
export function getAudit(request: AllowedRequest, { entry = '' }: Params): GraphAnswer {
  const found = request.world.audits.find(({ id }) => id === entry)
  if (!found) throw notFound(entry)
  const context = contextOf(request, 'auditLogs/directoryAudits/$entity')
  return { status: 200, body: { '@odata.context': context, ...auditView(found) } }
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
