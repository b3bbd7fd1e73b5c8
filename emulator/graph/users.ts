import { findPerson, personAsOf } from '../world/people'
import type { Person } from '../world/person'
import type { World } from '../world/world'
import { namedIndexes } from './by-id'
import { nextLink, readFilter, readSkipToken, readTop } from './paging'
import { type AllowedRequest, badRequest, contextOf, type GraphAnswer, isEventual, notFound } from './request'
import {
  checkUserFilter,
  isAdvancedQuery,
  missingParameters,
  noCount,
  searchNeedsHeader,
} from './user-filter'
import { refuseSingleOnly, selection, someOfUser, userView } from './user-view'

/** GET /users. Documented options: $count, $expand, $filter, $orderby, $search, $select, $top; no $skip. */
export function listUsers(request: AllowedRequest): GraphAnswer {
  const { world, query } = request
  const names = selection(request)
  refuseSingleOnly(names)
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
  const isCounted = start === 0 && isEventual(request) && query.get('$count') === 'true'
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(request, names ? `users(${query.get('$select')})` : 'users'),
      ...(isCounted ? { '@odata.count': countUsers(world, test) } : {}),
      ...(next === null ? {} : { '@odata.nextLink': nextLink(request, next) }),
      value,
    },
  }
}

/** The page size: what happens above the maximum is a setting. */
function usersTop(request: AllowedRequest): number {
  const { usersTopMax, usersTopAbove } = request.world.settings
  // https://learn.microsoft.com/graph/api/user-list: 500 with signInActivity
  if (/\bsignInActivity\b/i.test(request.query.get('$select') ?? '')) return readTop(request, 100, 500)
  const isAbove = Number(request.query.get('$top') ?? 0) > usersTopMax
  if (!isAbove || usersTopAbove === 'refused') return readTop(request, 100, usersTopMax)
  return usersTopAbove === 'clamped' ? usersTopMax : 100
}

/** GET /users/$count: the bare number. */
export function countAllUsers(request: AllowedRequest): GraphAnswer {
  if (!isEventual(request)) throw noCount()
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

/** $filter and $search as one test. @throws {GraphError} 400 — an advanced query without its header and $count */
function userTest(request: AllowedRequest): (person: Person) => boolean {
  const { world, query } = request
  const filter = readFilter(request)
  checkUserFilter(request, filter?.uses ?? [])
  if (filter && query.has('$orderby') && !isAdvancedQuery(request)) throw missingParameters('orderby')
  if (query.has('$expand') && isAdvancedQuery(request))
    throw badRequest('$expand is not supported in advanced queries.', 'Request_UnsupportedQuery')
  const wanted = searchedWords(request)
  const names = filter?.uses.map(({ name }) => name.split('/')[0] ?? '') ?? []
  return (person) =>
    (!filter || filter.test(someOfUser(world, person, names))) &&
    (wanted === null ||
      `${person.displayName} ${person.userPrincipalName} ${person.mail}`.toLowerCase().includes(wanted))
}

function searchedWords(request: AllowedRequest): string | null {
  const text = request.query.get('$search')
  if (text === null) return null
  if (!isEventual(request)) throw searchNeedsHeader()
  const words = /^"(?:displayName|userPrincipalName|mail):([^"]*)"$/i.exec(text)?.[1]
  if (words === undefined)
    throw badRequest(`Syntax error: '${text}' is not valid for $search.`, 'Request_BadRequest')
  return words.toLowerCase()
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
  const keyOf = sortKey(request, field)
  const people: { index: number; key: string }[] = []
  for (let index = 0; index < world.nextIndex; index += 1) {
    const person = personAsOf(world, index, lagMs(world))
    if (person) people.push({ index, key: keyOf(person) })
  }
  const sign = by[1]?.toLowerCase() === 'desc' ? -1 : 1
  people.sort((a, b) => sign * (a.key < b.key ? -1 : a.key > b.key ? 1 : a.index - b.index))
  return { length: people.length, indexAt: (at) => people[at]?.index ?? 0 }
}

/** By name by default, by date of creation in advanced queries; by nothing else. */
function sortKey(request: AllowedRequest, field: string): (person: Person) => string {
  if (field === 'displayname') return (person) => person.displayName.toLowerCase()
  if (field === 'userprincipalname') return (person) => person.userPrincipalName.toLowerCase()
  if (field === 'createddatetime' && isAdvancedQuery(request)) return (person) => person.createdDateTime
  throw badRequest(
    `Sort not supported for property '${request.query.get('$orderby')?.split(' ')[0]}' of resource 'User'.`,
    'Request_UnsupportedQuery',
  )
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

/** GET /users/{user}/directReports: a hundred at most. */
export function listReports(request: AllowedRequest, { user = '' }: Record<string, string>): GraphAnswer {
  const { id } = getTarget(request, user)
  const names = selection(request)
  const value: unknown[] = []
  for (let index = 0; index < request.world.nextIndex && value.length < 100; index += 1) {
    const person = personAsOf(request.world, index, 0)
    if (person?.managerId !== id) continue
    value.push({ '@odata.type': '#microsoft.graph.user', ...userView(request, person, names) })
  }
  return { status: 200, body: { '@odata.context': contextOf(request, 'directoryObjects'), value } }
}

/** The person a path names, by id or user principal name. @throws {GraphError} 404 */
export function getTarget({ world }: AllowedRequest, user: string): Person {
  const person = findPerson(world, user)
  if (!person) throw notFound(user)
  return person
}
