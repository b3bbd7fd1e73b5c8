import { groupsOf, isInUnit, membersFrom, nested } from '../world/memberships'
import { personAt } from '../world/people'
import { roleName } from '../world/role-ids'
import { liveAssignments } from '../world/roles'
import type { AdministrativeUnit, Group } from '../world/tenant'
import { listAnswer, nextLink, pageAnswer, readSkipToken, readTop, selected } from './paging'
import { type AllowedRequest, contextOf, type GraphAnswer, notFound } from './request'
import { selection, userView } from './user-view'
import { getTarget } from './users'

type Params = Record<string, string>

function groupView(group: Group): Record<string, unknown> {
  const isDynamic = group.membership.by !== 'list'
  return {
    id: group.id,
    description: group.description === '' ? null : group.description,
    displayName: group.displayName,
    groupTypes: isDynamic ? ['DynamicMembership'] : [],
    isAssignableToRole: group.isAssignableToRole ? true : null,
    mailEnabled: false,
    securityEnabled: true,
    visibility: null,
  }
}

const typed = (type: string, view: Record<string, unknown>) => ({
  '@odata.type': `#microsoft.graph.${type}`,
  ...view,
})

/** GET /groups. */
export function listGroups(request: AllowedRequest): GraphAnswer {
  const { groups } = request.world.tenant
  return pageAnswer(request, {
    context: 'groups',
    items: groups,
    view: groupView,
    size: { fallback: 100, max: 999 },
  })
}

/** GET /groups/{group}. */
export function getGroup(request: AllowedRequest, { group = '' }: Params): GraphAnswer {
  const view = selected(groupView(groupNamed(request, group)), request)
  return { status: 200, body: { '@odata.context': contextOf(request, 'groups/$entity'), ...view } }
}

function groupNamed({ world }: AllowedRequest, id: string): Group {
  const group = world.tenant.groups.find((candidate) => candidate.id === id)
  if (!group) throw notFound(id)
  return group
}

/** GET /groups/{group}/members and /transitiveMembers, with an optional cast to users. */
export function listMembers(request: AllowedRequest, params: Params): GraphAnswer {
  const group = groupNamed(request, params.group ?? '')
  const isTransitive = request.path.toLowerCase().includes('/transitivemembers')
  const from = readSkipToken(request)
  const { people, next } = membersFrom(request.world, group, {
    from,
    count: readTop(request, 100, 999),
    isTransitive,
  })
  const names = selection(request)
  const groups = from === 0 && params.cast === undefined ? nested(request.world, group) : []
  const value = [
    ...groups.map((inner) => typed('group', selected(groupView(inner), request))),
    ...people.map((person) => typed('user', userView(request, person, names))),
  ]
  const link = next === null ? {} : { '@odata.nextLink': nextLink(request, next) }
  return { status: 200, body: { '@odata.context': contextOf(request, 'directoryObjects'), ...link, value } }
}

/** GET /groups/{group}/owners. */
export function listOwners(request: AllowedRequest, { group = '' }: Params): GraphAnswer {
  const { ownerIds } = groupNamed(request, group)
  const people = ownerIds.map((id) => getTarget(request, id))
  return listAnswer(
    request,
    'directoryObjects',
    people.map((person) => typed('user', userView(request, person, null))),
  )
}

/** GET /users/{user}/memberOf and /transitiveMemberOf: groups, roles and units, or one kind by cast. */
export function listMemberships(request: AllowedRequest, { user = '', cast }: Params): GraphAnswer {
  const { world } = request
  const person = getTarget(request, user)
  const isTransitive = request.path.toLowerCase().includes('/transitivememberof')
  const groups = groupsOf(world, person, isTransitive).map((group) => typed('group', groupView(group)))
  const roles = liveAssignments(world)
    .filter(({ principalId }) => principalId === person.id)
    .map(({ roleDefinitionId }) => typed('directoryRole', directoryRole(roleDefinitionId)))
  const units = world.tenant.administrativeUnits
    .filter((unit) => isInUnit(unit, person))
    .map((unit) => typed('administrativeUnit', unitView(unit)))
  const all = [...groups, ...roles, ...units]
  const wanted = cast === undefined ? all : all.filter((item) => item['@odata.type'] === `#${cast}`)
  return listAnswer(request, 'directoryObjects', wanted)
}

/** GET /users/{user}/ownedObjects with an optional cast: the groups a person owns. */
export function listOwned(request: AllowedRequest, { user = '' }: Params): GraphAnswer {
  const { id } = getTarget(request, user)
  const groups = request.world.tenant.groups.filter(({ ownerIds }) => ownerIds.includes(id))
  return listAnswer(
    request,
    'directoryObjects',
    groups.map((group) => typed('group', groupView(group))),
  )
}

function directoryRole(roleDefinitionId: string): Record<string, unknown> {
  return { id: roleDefinitionId, displayName: roleName(roleDefinitionId), roleTemplateId: roleDefinitionId }
}

/** GET /directoryRoles: activated roles only, and never paged. */
export function listDirectoryRoles(request: AllowedRequest): GraphAnswer {
  const ids = new Set(liveAssignments(request.world).map(({ roleDefinitionId }) => roleDefinitionId))
  return listAnswer(request, 'directoryRoles', [...ids].map(directoryRole))
}

/** GET /directoryRoles/{role}/members. */
export function listRoleMembers(request: AllowedRequest, { role = '' }: Params): GraphAnswer {
  const held = liveAssignments(request.world).filter(({ roleDefinitionId }) => roleDefinitionId === role)
  const people = held.map(({ principalId }) => getTarget(request, principalId))
  return listAnswer(
    request,
    'directoryObjects',
    people.map((person) => typed('user', userView(request, person, null))),
  )
}

function unitView({
  id,
  displayName,
  isMemberManagementRestricted,
}: AdministrativeUnit): Record<string, unknown> {
  return { id, displayName, description: null, visibility: null, isMemberManagementRestricted }
}

/** GET /directory/administrativeUnits. */
export function listUnits(request: AllowedRequest): GraphAnswer {
  return listAnswer(
    request,
    'directory/administrativeUnits',
    request.world.tenant.administrativeUnits.map(unitView),
  )
}

/** GET /directory/administrativeUnits/{unit}/members. */
export function listUnitMembers(request: AllowedRequest, { unit: id = '' }: Params): GraphAnswer {
  const { world } = request
  const unit = world.tenant.administrativeUnits.find((candidate) => candidate.id === id)
  if (!unit) throw notFound(id)
  const top = readTop(request, 100, 999)
  const names = selection(request)
  const value: unknown[] = []
  for (let index = readSkipToken(request); index < world.nextIndex; index += 1) {
    const person = personAt(world, index)
    if (!person || !isInUnit(unit, person)) continue
    if (value.length === top) {
      const link = { '@odata.nextLink': nextLink(request, index) }
      return {
        status: 200,
        body: { '@odata.context': contextOf(request, 'directoryObjects'), ...link, value },
      }
    }
    value.push(typed('user', userView(request, person, names)))
  }
  return { status: 200, body: { '@odata.context': contextOf(request, 'directoryObjects'), value } }
}

/** GET /directory/administrativeUnits/{unit}/scopedRoleMembers. */
export function listScopedRoles(request: AllowedRequest, { unit = '' }: Params): GraphAnswer {
  const scoped = liveAssignments(request.world).filter(({ directoryScopeId }) =>
    directoryScopeId.endsWith(`/${unit}`),
  )
  const items = scoped.map(({ id, principalId, roleDefinitionId }) => ({
    id,
    roleId: roleDefinitionId,
    administrativeUnitId: unit,
    roleMemberInfo: { id: principalId, displayName: getTarget(request, principalId).displayName },
  }))
  return listAnswer(request, 'scopedRoleMemberships', items)
}
