import { dayMs } from '../world/clock'
import { agedMs, emulatorNow } from '../world/moved-clock'
import { findPerson, personAsOf } from '../world/people'
import type { Person } from '../world/person'
import type { World } from '../world/world'
import { openToken, sealToken } from './opaque'
import {
  type AllowedRequest,
  badRequest,
  contextOf,
  type GraphAnswer,
  GraphError,
  publicUrl,
} from './request'
import { checkedNames, refuseSingleOnly, userView } from './user-view'
import { lagMs } from './users'

/** Where a client stands. `from`: next index of the first round; `since`: number of the last change it has seen. */
type Place = {
  at: number
  select: string | null
  /** Only these people; null for everybody. */
  ids: string[] | null
  since: number
  from: number | null
  upTo: number
  /** Pages given so far in this round. */
  pages: number
}

const pageSize = 200
/** Every so many pages one is empty and has a next link all the same, as the paging page warns. */
const emptyEvery = 8
const idsMax = 50

/** GET /users/delta: the whole directory, then what changed. */
export function deltaUsers(request: AllowedRequest): GraphAnswer {
  const { world, query } = request
  const skip = readToken(request, '$skiptoken')
  if (query.get('$deltatoken') === 'latest')
    return deltaAnswer(request, [], null, { ...begin(request), from: null, since: lastSeen(world) })
  const place = skip ?? readToken(request, '$deltatoken') ?? begin(request)
  refuseSingleOnly(place.select === null ? null : checkedNames(place.select))
  return place.from === null ? changes(request, place) : firstRound(request, place, place.from)
}

function begin({ world, query }: AllowedRequest): Place {
  const seen = lastSeen(world)
  return {
    at: emulatorNow(world),
    select: query.get('$select'),
    ids: filteredIds(query.get('$filter')),
    pages: 0,
    since: seen,
    from: 0,
    upTo: seen,
  }
}

/** The only filter there is: `id eq`, up to fifty of them. @throws {GraphError} 400 */
function filteredIds(filter: string | null): string[] | null {
  if (filter === null) return null
  const terms = filter.split(/\s+or\s+/i).map((term) => /^\s*\(?id eq '([^']+)'\)?\s*$/i.exec(term)?.[1])
  const ids = terms.filter((id) => id !== undefined)
  // microsoft-graph-docs-contrib issue 1321
  if (ids.length < terms.length || ids.length > idsMax)
    throw badRequest("Unrecognized query argument specified: ''.")
  return ids
}

const isAsked = ({ ids }: Place, id: string) => ids === null || ids.includes(id)

/** The newest change that the directory's lag lets out. */
function lastSeen(world: World): number {
  return world.changes.findLast(({ at }) => agedMs(world, at) >= lagMs(world))?.number ?? 0
}

function firstRound(request: AllowedRequest, place: Place, from: number): GraphAnswer {
  const { world } = request
  const value: unknown[] = []
  const indexes = place.ids?.map((id) => findPerson(world, id)?.index).filter((at) => at !== undefined)
  const length = indexes?.length ?? world.nextIndex
  let at = from
  for (; at < length && value.length < pageSize; at += 1) {
    const person = personAsOf(world, indexes?.[at] ?? at, lagMs(world))
    if (person) value.push(deltaUser(request, place, person))
  }
  if (at < length) return deltaAnswer(request, value, { ...place, from: at }, null)
  return deltaAnswer(request, value, null, { ...place, from: null })
}

function changes(request: AllowedRequest, place: Place): GraphAnswer {
  const { world } = request
  const upTo = place.upTo > place.since ? place.upTo : lastSeen(world)
  const open = world.changes.filter(
    ({ number, index }) =>
      number > place.since && number <= upTo && (place.ids === null || isAsked(place, idAt(world, index))),
  )
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
  const changed = request.world.changed.get(index)
  // "changed": deleted, and could be restored; "deleted": gone for good.
  return { id: idAt(request.world, index), '@removed': { reason: changed?.isPurged ? 'deleted' : 'changed' } }
}

const idAt = (world: World, index: number) => world.changed.get(index)?.person.id ?? ''

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
  const link = (name: string, payload: Place, isPause: boolean) =>
    publicUrl(
      request,
      new URLSearchParams({ [name]: sealToken(request.world, { payload, question: null, isPause }) }),
    )
  const on = next && { ...next, pages: next.pages + 1 }
  const over = end && { ...end, pages: 0, at: emulatorNow(request.world) }
  const links = {
    ...(on ? { '@odata.nextLink': link('$skiptoken', on, isPause(request.world, on)) } : {}),
    ...(over ? { '@odata.deltaLink': link('$deltatoken', over, false) } : {}),
  }
  return { status: 200, body: { ...context, ...links, value } }
}

function isPause({ settings }: World, { pages }: Place): boolean {
  if (settings.emptyPages === 'nowhere') return false
  return settings.emptyPages === 'everywhere' || pages % emptyEvery === emptyEvery - 1
}

/** @throws {GraphError} 410 — of another tenant's life, or too old: start over */
function readToken(request: AllowedRequest, name: string): Place | null {
  const { world, query } = request
  const text = query.get(name)
  if (text === null) return null
  // The seal says that deltaAnswer wrote it.
  const place = (openToken(world, text)?.payload ?? null) as Place | null
  if (typeof place?.since !== 'number') throw gone(request, 'syncStateNotFound')
  const oldest = emulatorNow(world) - world.settings.deltaTokenDays * dayMs
  if (place.at < oldest || place.at < world.settings.deltaValidFrom) throw gone(request, 'resyncRequired')
  return place
}

function gone(request: AllowedRequest, code: string): GraphError {
  const location = publicUrl(request, new URLSearchParams({ $deltatoken: '' })).replace(/\?.*$/, '')
  return new GraphError(410, code, 'The sync state is no longer valid; a full synchronisation is needed.', {
    location,
  })
}
