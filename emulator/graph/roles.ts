import { groupsOf } from '../world/memberships'
import { roleIds, roleName } from '../world/role-ids'
import { liveAssignments } from '../world/roles'
import type { RoleAssignment, RoleEligibility } from '../world/tenant'
import { listAnswer, readFilter } from './paging'
import { type AllowedRequest, badRequest, contextOf, type GraphAnswer, isEventual, notFound } from './request'
import { userView } from './user-view'
import { getTarget } from './users'

/** Roles whose definition is marked privileged; v1.0 does not show it. */
const unprivileged = [
  'Reports Reader',
  'Directory Readers',
  'Guest Inviter',
  'Message Center Reader',
  'Exchange Administrator',
  'User Experience Success Manager',
  'Usage Summary Reports Reader',
  'Groups Administrator',
]

/** GET /roleManagement/directory/roleDefinitions. `isPrivileged` is beta only. */
export function listDefinitions(request: AllowedRequest): GraphAnswer {
  return listAnswer(request, 'roleManagement/directory/roleDefinitions', definitions(request))
}

/** GET /roleManagement/directory/roleDefinitions/{role}. */
export function getDefinition(request: AllowedRequest, { role = '' }: Record<string, string>): GraphAnswer {
  const found = definitions(request).find(({ id }) => id === role)
  if (!found) throw notFound(role)
  const context = contextOf(request, 'roleManagement/directory/roleDefinitions/$entity')
  return { status: 200, body: { '@odata.context': context, ...found } }
}

function definitions({ version }: AllowedRequest) {
  return Object.entries(roleIds).map(([displayName, id]) => ({
    id,
    displayName,
    description: displayName,
    isBuiltIn: true,
    isEnabled: true,
    templateId: id,
    version: '1',
    ...(version === 'beta' ? { isPrivileged: !unprivileged.includes(displayName) } : {}),
  }))
}

/** GET /roleManagement/directory/roleAssignments; $expand=principal or roleDefinition. */
export function listAssignments(request: AllowedRequest): GraphAnswer {
  const items = liveAssignments(request.world).map((held) => assignmentView(request, held))
  return listAnswer(request, 'roleManagement/directory/roleAssignments', items)
}

function assignmentView(request: AllowedRequest, held: RoleAssignment): Record<string, unknown> {
  const expand = request.query.get('$expand')?.toLowerCase()
  const { id, principalId, roleDefinitionId, directoryScopeId } = held
  return {
    id,
    principalId,
    directoryScopeId,
    roleDefinitionId,
    ...(expand?.startsWith('principal') ? { principal: principalView(request, principalId) } : {}),
    ...(expand?.startsWith('roledefinition')
      ? { roleDefinition: { id: roleDefinitionId, displayName: roleName(roleDefinitionId) } }
      : {}),
  }
}

function principalView(request: AllowedRequest, id: string) {
  return { '@odata.type': '#microsoft.graph.user', ...userView(request, getTarget(request, id), null) }
}

/** GET beta …/transitiveRoleAssignments: needs the header, $count=true and a filter on principalId together. */
export function listTransitiveAssignments(request: AllowedRequest): GraphAnswer {
  const { query } = request
  const filter = query.get('$filter') ?? ''
  if (!isEventual(request) || query.get('$count') !== 'true' || !/^\s*principalId eq /i.test(filter))
    throw badRequest(
      'The request needs the header ConsistencyLevel: eventual, $count=true and a $filter on principalId.',
      'Request_UnsupportedQuery',
    )
  readFilter(request)
  const id = /'([^']+)'/.exec(filter)?.[1] ?? ''
  const mine = [id, ...groupsOf(request.world, getTarget(request, id), true).map((group) => group.id)]
  const held = liveAssignments(request.world).filter(({ principalId }) => mine.includes(principalId))
  const value = held.map((assignment) => assignmentView(request, assignment))
  const context = contextOf(request, 'roleManagement/directory/transitiveRoleAssignments')
  return { status: 200, body: { '@odata.context': context, '@odata.count': value.length, value } }
}

/** GET …/roleEligibilityScheduleInstances: PIM eligibility, which roleAssignments does not show. */
export function listEligibilities(request: AllowedRequest): GraphAnswer {
  const view = ({ id, ...rest }: RoleEligibility) => ({
    id,
    ...rest,
    appScopeId: null,
    memberType: 'Direct',
    roleEligibilityScheduleId: id,
  })
  const items = request.world.tenant.eligibilities.map(view)
  return listAnswer(request, 'roleManagement/directory/roleEligibilityScheduleInstances', items)
}

/** GET …/roleAssignmentScheduleInstances: says which assignments were activated, and until when. */
export function listScheduleInstances(request: AllowedRequest): GraphAnswer {
  const items = liveAssignments(request.world).map((held) => ({
    ...assignmentView(request, held),
    appScopeId: null,
    assignmentType: held.assignmentType,
    memberType: 'Direct',
    roleAssignmentScheduleId: held.id,
    startDateTime: null,
    endDateTime: held.endDateTime,
  }))
  return listAnswer(request, 'roleManagement/directory/roleAssignmentScheduleInstances', items)
}
