import { is as holds, type PersonActor, type Role } from '@/lib/domain/actor'
import { AppError } from '@/lib/errors'
import { type EventFilter, type EventSearch, type ReadFilter, readFilter } from './audit-filter'
import { type EventRow, type Place, selectEvents } from './audit-rows'
import { type EventView, viewsOf } from './audit-view'
import { decodeCursor, encodeCursor } from './cursor'

/** A page of events, newest first. */
export type EventPage = {
  events: EventView[]
  /** Cursors for the URL; null where there is nothing more. */
  next: string | null
  previous: string | null
}

export type EventList = EventPage & Omit<ReadFilter, 'filter'>

/**
 * Events that pass the filter, newest first, 50 to a page. Nothing while the filter has a time that cannot be
 * meant, or a name that means too many.
 *
 * @param search the URL's parameters, `page` being the cursor
 * @param readerZone the zone times are meant in when the URL names none
 * @throws {AppError} not_found — only an Auditor sees the log
 */
export async function listEvents(
  actor: PersonActor,
  search: EventSearch,
  readerZone: string,
): Promise<EventList> {
  requireAuditor(actor)
  const { filter, ...read } = await readFilter(search, readerZone)
  if (!isAnswerable(read)) return { ...read, events: [], next: null, previous: null }
  const cursor = typeof search.page === 'string' ? search.page : null
  return { ...read, ...(await readPage(filter, cursor, 50)) }
}

/**
 * What the log says of one person, newest first, 25 to a page.
 *
 * @param entraId Microsoft's object id, not ours
 * @param cursor `next` or `previous` of another page; malformed: the first page
 * @throws {AppError} not_found — for Auditors, planners and the desk only
 */
export async function listPersonEvents(
  actor: PersonActor,
  entraId: string,
  cursor?: string | null,
): Promise<EventPage> {
  if (!readersOfPeople.some((role) => holds(actor, role))) throw new AppError('not_found', 'not_found')
  return readPage({ ...everything, subjectOids: [entraId] }, cursor ?? null, 25)
}

const readersOfPeople: readonly Role[] = ['auditor', 'planner', 'helpdesk', 'verifier', 'approver']

const everything: EventFilter = {
  types: null,
  actorOids: null,
  subjectOids: null,
  known: null,
  outcome: null,
  from: null,
  until: null,
}

/** @throws {AppError} not_found — the log is not theirs to see */
export function requireAuditor(actor: PersonActor): void {
  if (!holds(actor, 'auditor')) throw new AppError('not_found', 'not_found')
}

/** Whether every part of the filter means something. */
export function isAnswerable({ problems, actor, subject }: Omit<ReadFilter, 'filter' | 'typed'>): boolean {
  return !problems.from && !problems.until && !actor?.tooMany && !subject?.tooMany
}

async function readPage(filter: EventFilter, cursor: string | null, size: number): Promise<EventPage> {
  const place = placeOf(cursor)
  // One more than is shown says whether there are more.
  const found = await selectEvents(filter, place, size + 1)
  const hasMore = found.length > size
  if (place?.towards === 'newer') {
    if (!hasMore) return readPage(filter, null, size)
    const shown = found.slice(1)
    return page(shown, { next: true, previous: true })
  }
  return page(found.slice(0, size), { next: hasMore, previous: place !== null })
}

async function page(rows: EventRow[], { next, previous }: { next: boolean; previous: boolean }) {
  const events = await viewsOf(rows)
  const [first, last] = [events.at(0), events.at(-1)]
  return {
    events,
    next: next && last ? encodeCursor([last.at, last.id, 'older']) : null,
    previous: previous && first ? encodeCursor([first.at, first.id, 'newer']) : null,
  }
}

function placeOf(cursor: string | null): Place | null {
  const [at, id, towards] = decodeCursor(cursor, 3) ?? []
  if (!at || !id || !/^[0-9a-f-]{36}$/.test(id)) return null
  if (towards !== 'older' && towards !== 'newer') return null
  return { at, id, towards }
}
