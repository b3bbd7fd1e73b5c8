import { groupsOf, isInUnit } from '../world/memberships'
import { liveAssignments } from '../world/roles'
import { requireAdvanced } from './advanced'
import { directoryRole, directorySize, groupView, typed, unitView, type View } from './directory-views'
import { pageAnswer, readFilter } from './paging'
import { type AllowedRequest, type GraphAnswer, isEventual } from './request'
import { noCount } from './user-filter'
import { getTarget } from './users'

type Params = Record<string, string>

/** GET /users/{user}/memberOf and /transitiveMemberOf: groups, roles and units, or one kind by cast. */
export function listMemberships(request: AllowedRequest, params: Params): GraphAnswer {
  requireAdvanced(request, params.cast)
  return objectsAnswer(request, searched(request, membershipsOf(request, params)), params.cast)
}

/** GET …/memberOf/$count: the bare number. */
export function countMemberships(request: AllowedRequest, params: Params): GraphAnswer {
  if (!isEventual(request)) throw noCount()
  const filter = readFilter(request)
  const found = searched(request, membershipsOf(request, params))
  const { length } = filter ? found.filter(filter.test) : found
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: String(length) }
}

function membershipsOf(request: AllowedRequest, { user = '', cast }: Params): View[] {
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
  return ofCast([...groups, ...roles, ...units], cast)
}

/** GET /users/{user}/ownedObjects with an optional cast: the groups a person owns. */
export function listOwned(request: AllowedRequest, { user = '', cast }: Params): GraphAnswer {
  const { id } = getTarget(request, user)
  requireAdvanced(request, undefined)
  const groups = request.world.tenant.groups.filter(({ ownerIds }) => ownerIds.includes(id))
  const items = groups.map((group) => typed('group', groupView(group)))
  return objectsAnswer(request, ofCast(items, cast), cast)
}

const ofCast = (items: View[], cast: string | undefined) =>
  cast === undefined ? items : items.filter((item) => item['@odata.type'] === `#${cast}`)

function searched({ query }: AllowedRequest, items: View[]): View[] {
  const words = /^"displayName:([^"]*)"$/i.exec(query.get('$search') ?? '')?.[1]?.toLowerCase()
  if (words === undefined) return items
  return items.filter(({ displayName }) => String(displayName).toLowerCase().includes(words))
}

/** A page of directory objects. After a cast all are of one kind, and nobody needs to say which. */
export function objectsAnswer(request: AllowedRequest, items: View[], cast?: string): GraphAnswer {
  return pageAnswer(request, {
    context: collections[cast ?? ''] ?? 'directoryObjects',
    items,
    view: cast === undefined ? (item) => item : untyped,
    size: directorySize,
    counts: 'advanced',
  })
}

const collections: Record<string, string> = {
  'microsoft.graph.group': 'groups',
  'microsoft.graph.user': 'users',
  'microsoft.graph.directoryRole': 'directoryRoles',
  'microsoft.graph.administrativeUnit': 'directory/administrativeUnits',
}

function untyped({ '@odata.type': _type, ...item }: View): View {
  return item
}
