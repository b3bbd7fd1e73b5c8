import { dayMs } from '../world/clock'
import { agedMs, emulatorNow } from '../world/moved-clock'
import { personAsOf } from '../world/people'
import type { Person } from '../world/person'
import type { World } from '../world/world'
import {
  type AllowedRequest,
  badRequest,
  contextOf,
  type GraphAnswer,
  GraphError,
  publicUrl,
} from './request'
import { refuseSingleOnly, userView } from './user-view'
import { lagMs } from './users'

/** Where a client stands. `from`: next index of the first round; `since`: number of the last change it has seen. */
type Place = {
  born: number
  at: number
  select: string | null
  since: number
  from: number | null
  upTo: number
}

const pageSize = 200
/** Every so many pages one is empty and has a next link all the same, as the paging page warns. */
const emptyEvery = 8

/** GET /users/delta: the whole directory, then what changed. */
export function deltaUsers(request: AllowedRequest): GraphAnswer {
  const { world, query } = request
  for (const option of ['$expand', '$top', '$orderby', '$search'])
    if (query.has(option))
      throw badRequest(`'${option}' is not supported for delta queries.`, 'Request_UnsupportedQuery')
  const skip = readToken(request, '$skiptoken')
  const delta = query.get('$deltatoken') ?? query.get('$deltaToken')
  if (delta === 'latest')
    return deltaAnswer(request, [], null, { ...begin(request), from: null, since: lastSeen(world) })
  const place = skip ?? readToken(request, '$deltatoken') ?? begin(request)
  refuseSingleOnly(place.select === null ? null : place.select.toLowerCase().split(','))
  return place.from === null ? changes(request, place) : firstRound(request, place, place.from)
}

function begin({ world, query }: AllowedRequest): Place {
  const seen = lastSeen(world)
  return {
    born: world.genesis.bornAt,
    at: emulatorNow(world),
    select: query.get('$select'),
    since: seen,
    from: 0,
    upTo: seen,
  }
}

/** The newest change that the directory's lag lets out. */
function lastSeen(world: World): number {
  return world.changes.findLast(({ at }) => agedMs(world, at) >= lagMs(world))?.number ?? 0
}

function firstRound(request: AllowedRequest, place: Place, from: number): GraphAnswer {
  const { world } = request
  if (isPause(place, from)) return deltaAnswer(request, [], { ...place, from: from + 0.5 }, null)
  const value: unknown[] = []
  let index = Math.floor(from)
  for (; index < world.nextIndex && value.length < pageSize; index += 1) {
    const person = personAsOf(world, index, lagMs(world))
    if (person) value.push(deltaUser(request, place, person))
  }
  if (index < world.nextIndex) return deltaAnswer(request, value, { ...place, from: index }, null)
  return deltaAnswer(request, value, null, { ...place, from: null })
}

const isPause = ({ from }: Place, at: number) =>
  from !== 0 && Number.isInteger(at) && Math.floor(at / pageSize) % emptyEvery === emptyEvery - 1

function changes(request: AllowedRequest, place: Place): GraphAnswer {
  const { world } = request
  const upTo = place.upTo > place.since ? place.upTo : lastSeen(world)
  const open = world.changes.filter(({ number }) => number > place.since && number <= upTo)
  const page = open.slice(0, pageSize)
  const indexes = [...new Set(page.map(({ index }) => index))]
  const value = indexes.map((index) => changedUser(request, place, index))
  const last = page.at(-1)?.number ?? upTo
  const next = { ...place, at: emulatorNow(world), since: last, upTo }
  return open.length > pageSize
    ? deltaAnswer(request, value, next, null)
    : deltaAnswer(request, value, null, next)
}

function changedUser(request: AllowedRequest, place: Place, index: number) {
  const person = personAsOf(request.world, index, lagMs(request.world))
  if (person) return deltaUser(request, place, person)
  const id = request.world.changed.get(index)?.person.id ?? ''
  return { id, '@removed': { reason: 'changed' } }
}

function deltaUser(request: AllowedRequest, { select }: Place, person: Person) {
  const names = select?.toLowerCase().split(',') ?? null
  const view = userView({ ...request, query: new URLSearchParams() }, person, names && [...names, 'id'])
  if (!names?.includes('manager') || person.managerId === null) return view
  return { ...view, 'manager@delta': [{ '@odata.type': '#microsoft.graph.user', id: person.managerId }] }
}

function deltaAnswer(
  request: AllowedRequest,
  value: unknown[],
  next: Place | null,
  end: Place | null,
): GraphAnswer {
  const context = { '@odata.context': contextOf(request, 'users') }
  const link = (name: string, place: Place) =>
    publicUrl(
      request,
      new URLSearchParams({ [name]: Buffer.from(JSON.stringify(place)).toString('base64url') }),
    )
  const links = {
    ...(next ? { '@odata.nextLink': link('$skiptoken', next) } : {}),
    ...(end ? { '@odata.deltaLink': link('$deltatoken', { ...end, at: emulatorNow(request.world) }) } : {}),
  }
  return { status: 200, body: { ...context, ...links, value } }
}

/** @throws {GraphError} 410 — of another tenant's life, or too old: start over */
function readToken(request: AllowedRequest, name: string): Place | null {
  const { world, query } = request
  const text = query.get(name) ?? (name === '$deltatoken' ? query.get('$deltaToken') : null)
  if (text === null) return null
  const place = parsePlace(text)
  const isKnown = place !== null && place.born === world.genesis.bornAt && place.since <= world.changes.length
  if (!isKnown) throw gone(request, 'syncStateNotFound')
  if (
    place.at < emulatorNow(world) - world.settings.deltaTokenDays * dayMs ||
    place.at < world.settings.deltaValidFrom
  )
    throw gone(request, 'resyncRequired')
  return place
}

function parsePlace(text: string): Place | null {
  try {
    // Written by deltaAnswer; anything else fails the check of `born`.
    return JSON.parse(Buffer.from(text, 'base64url').toString()) as Place
  } catch {
    return null
  }
}

function gone(request: AllowedRequest, code: string): GraphError {
  const location = publicUrl(request, new URLSearchParams({ $deltatoken: '' })).replace(/\?.*$/, '')
  return new GraphError(410, code, 'The sync state is no longer valid; a full synchronisation is needed.', {
    location,
  })
}
