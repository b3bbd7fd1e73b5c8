import { isInUnit, membersFrom, nested } from '../world/memberships'
import { personAt } from '../world/people'
import { liveAssignments } from '../world/roles'
import type { Group } from '../world/tenant'
import { requireAdvanced, requireAdvancedWords } from './advanced'
import { directoryRole, directorySize, groupView, typed, unitView } from './directory-views'
import { objectsAnswer } from './memberships'
import { listAnswer, nextLink, pageAnswer, readSkipToken, readTop, selected } from './paging'
import { type AllowedRequest, contextOf, type GraphAnswer, isEventual, notFound } from './request'
import { selection, userView } from './user-view'
import { getTarget } from './users'

type Params = Record<string, string>

/** GET /groups. */
export function listGroups(request: AllowedRequest): GraphAnswer {
  const { groups } = request.world.tenant
  requireAdvancedWords(request)
  return pageAnswer(request, {
    context: 'groups',
    items: groups,
    view: groupView,
    size: directorySize,
    counts: 'advanced',
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

/** GET /groups/{group}/members and /transitiveMembers: people, and groups before them, or one kind by cast. */
export function listMembers(request: AllowedRequest, { group: id = '', cast }: Params): GraphAnswer {
  const { world, query } = request
  const group = groupNamed(request, id)
  // Casting to users works without the header (microsoft-graph-docs issue 11881).
  requireAdvanced(request, cast === 'microsoft.graph.user' ? undefined : cast)
  const isTransitive = request.path.toLowerCase().includes('/transitivemembers')
  const from = readSkipToken(request)
  const inner = cast === 'microsoft.graph.user' ? [] : nested(world, group).map(groupView)
  if (cast === 'microsoft.graph.group')
    return objectsAnswer(
      request,
      inner.map((view) => typed('group', view)),
      cast,
    )
  const membersAt = (count: number) => membersFrom(world, group, { from, count, isTransitive })
  const { people, next } = membersAt(readTop(request, 100, 999))
  const names = selection(request)
  const users = people.map((person) => userView(request, person, names))
  const isCounted = from === 0 && query.get('$count') === 'true' && isEventual(request)
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(request, cast === undefined ? 'directoryObjects' : 'users'),
      ...(isCounted ? { '@odata.count': inner.length + membersAt(Infinity).people.length } : {}),
      ...(next === null ? {} : { '@odata.nextLink': nextLink(request, next) }),
      value:
        cast === undefined
          ? [
              ...(from === 0 ? inner : []).map((view) => typed('group', selected(view, request))),
              ...users.map((view) => typed('user', view)),
            ]
          : users,
    },
  }
}

/** GET /groups/{group}/owners. */
export function listOwners(request: AllowedRequest, { group = '' }: Params): GraphAnswer {
  requireAdvanced(request, undefined)
  const { ownerIds } = groupNamed(request, group)
  const names = selection(request)
  return objectsAnswer(
    request,
    ownerIds.map((id) => typed('user', userView(request, getTarget(request, id), names))),
  )
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

/** GET /directory/administrativeUnits. */
export function listUnits(request: AllowedRequest): GraphAnswer {
  requireAdvancedWords(request)
  return pageAnswer(request, {
    context: 'directory/administrativeUnits',
    items: request.world.tenant.administrativeUnits,
    view: unitView,
    size: directorySize,
    counts: 'advanced',
  })
}

/** GET /directory/administrativeUnits/{unit}/members. */
export function listUnitMembers(request: AllowedRequest, { unit: id = '', cast }: Params): GraphAnswer {
  const { world } = request
  const unit = world.tenant.administrativeUnits.find((candidate) => candidate.id === id)
  if (!unit) throw notFound(id)
  requireAdvanced(request, cast)
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
