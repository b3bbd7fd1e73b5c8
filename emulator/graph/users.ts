import { findPerson, personAsOf } from '../world/people'
import type { Person } from '../world/person'
import type { World } from '../world/world'
import { namedIndexes } from './by-id'
import { nextLink, readFilter, readSkipToken, readTop } from './paging'
import { type AllowedRequest, badRequest, contextOf, type GraphAnswer, isEventual, notFound } from './request'
import { fullUser, refuseSingleOnly, selection, userView } from './user-view'

/** GET /users. Documented options: $count, $expand, $filter, $orderby, $search, $select, $top; no $skip. */
export function listUsers(request: AllowedRequest): GraphAnswer {
  const { world, query } = request
  const names = selection(request)
  refuseSingleOnly(names)
  if (query.has('$skip')) throw badRequest("'$skip' is not supported by the service.", 'Request_BadRequest')
  const test = userTest(request)
  const top = usersTop(request)
  const start = readSkipToken(request)
  const order = orderOf(request)
  const value: unknown[] = []
  let next: number | null = null
  for (let at = start; at < order.length; at += 1) {
    const person = personAsOf(world, order.indexAt(at), lagMs(world))
    if (!person || !test(person)) continue
    if (value.length === top) {
      next = at
      break
    }
    value.push(userView(request, person, names))
  }
  const count =
    start === 0 && isEventual(request) && query.get('$count') === 'true' ? countUsers(world, test) : null
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(request, 'users'),
      ...(count === null ? {} : { '@odata.count': count }),
      ...(next === null ? {} : { '@odata.nextLink': nextLink(request, next) }),
      value,
    },
  }
}

/** The page size: what happens above the maximum is a setting. */
function usersTop(request: AllowedRequest): number {
  const { usersTopMax, usersTopAbove } = request.world.settings
  const isAbove = Number(request.query.get('$top') ?? 0) > usersTopMax
  if (!isAbove || usersTopAbove === 'refused') return readTop(request, 100, usersTopMax)
  return usersTopAbove === 'clamped' ? usersTopMax : 100
}

/** GET /users/$count: the bare number. */
export function countAllUsers(request: AllowedRequest): GraphAnswer {
  if (!isEventual(request)) throw advanced()
  const count = countUsers(request.world, userTest(request))
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: String(count) }
}

export const lagMs = (world: World) => world.settings.directoryLagSeconds * 1_000

function countUsers(world: World, test: (person: Person) => boolean): number {
  let count = 0
  for (let index = 0; index < world.nextIndex; index += 1) {
    const person = personAsOf(world, index, lagMs(world))
    if (person && test(person)) count += 1
  }
  return count
}

const advanced = () =>
  badRequest(
    'Request is using an advanced query. It needs the header ConsistencyLevel: eventual and $count=true.',
    'Request_UnsupportedQuery',
  )

/** $filter and $search as one test. @throws {GraphError} 400 — an advanced query without its header */
function userTest(request: AllowedRequest): (person: Person) => boolean {
  const { world, query } = request
  const filter = readFilter(request)
  const words = /^"?(?:displayName|userPrincipalName|mail):([^"]*)"?$/i.exec(query.get('$search') ?? '')?.[1]
  const isCounted = query.get('$count') === 'true' || request.path.endsWith('/$count')
  if ((filter?.isAdvanced || (filter && query.has('$orderby'))) && !(isEventual(request) && isCounted))
    throw advanced()
  if (query.has('$search') && (words === undefined || !isEventual(request))) throw advanced()
  const wanted = words?.toLowerCase()
  return (person) =>
    (!filter || filter.test(fullUser(world, person))) &&
    (wanted === undefined ||
      `${person.displayName} ${person.userPrincipalName} ${person.mail}`.toLowerCase().includes(wanted))
}

type Order = { length: number; indexAt(at: number): number }

/** By index, or by name when asked: the latter walks everybody. */
function orderOf(request: AllowedRequest): Order {
  const { world, query } = request
  const by = query.get('$orderby')?.split(' ') ?? []
  const field = by[0]?.toLowerCase()
  const named = namedIndexes(request)
  if (named) return { length: named.length, indexAt: (at) => named[at] ?? 0 }
  if (field === undefined) return { length: world.nextIndex, indexAt: (at) => at }
  if (field !== 'displayname' && field !== 'userprincipalname')
    throw badRequest(
      `Sort not supported for property '${by[0]}' of resource 'User'.`,
      'Request_UnsupportedQuery',
    )
  const people: { index: number; key: string }[] = []
  for (let index = 0; index < world.nextIndex; index += 1) {
    const person = personAsOf(world, index, lagMs(world))
    if (!person) continue
    people.push({
      index,
      key: (field === 'displayname' ? person.displayName : person.userPrincipalName).toLowerCase(),
    })
  }
  const sign = by[1]?.toLowerCase() === 'desc' ? -1 : 1
  people.sort((a, b) => sign * (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index))
  return { length: people.length, indexAt: (at) => people[at]?.index ?? 0 }
}

/** GET /users/{user}, /me. */
export function getUser(request: AllowedRequest, { user = '' }: Record<string, string>): GraphAnswer {
  const person = getTarget(request, user)
  const view = userView(request, person, selection(request))
  return { status: 200, body: { '@odata.context': contextOf(request, 'users/$entity'), ...view } }
}

/** GET /users/{user}/manager: 404 when there is none. */
export function getManager(request: AllowedRequest, { user = '' }: Record<string, string>): GraphAnswer {
  const { managerId } = getTarget(request, user)
  const manager = managerId ? findPerson(request.world, managerId) : null
  if (!manager) throw notFound('manager')
  const view = userView(request, manager, selection(request))
  const type = { '@odata.type': '#microsoft.graph.user' }
  return {
    status: 200,
    body: { '@odata.context': contextOf(request, 'directoryObjects/$entity'), ...type, ...view },
  }
}

/** GET /users/{user}/directReports. */
export function listReports(request: AllowedRequest, { user = '' }: Record<string, string>): GraphAnswer {
  const { id } = getTarget(request, user)
  const value: unknown[] = []
  for (let index = 0; index < request.world.nextIndex && value.length < 100; index += 1) {
    const person = personAsOf(request.world, index, 0)
    if (person?.managerId !== id) continue
    value.push({ '@odata.type': '#microsoft.graph.user', ...userView(request, person, selection(request)) })
  }
  return { status: 200, body: { '@odata.context': contextOf(request, 'directoryObjects'), value } }
}

/** The person a path names, by id or user principal name. @throws {GraphError} 404 */
export function getTarget({ world }: AllowedRequest, user: string): Person {
  const person = findPerson(world, user)
  if (!person) throw notFound(user)
  return person
}
