import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { EventFilter } from './audit-filter'

/** An event as stored: its id and the exact text of its leaf. */
export type EventRow = { id: string; body: string }

/** Where in the list to begin: after this event, going on to older ones or back to newer ones. */
export type Place = { at: string; id: string; towards: 'older' | 'newer' }

/**
 * The events that pass the filter, newest first: the next `limit` from `place`, or the newest. Each shape of
 * filter walks one index; several values of one column are walked one by one and merged, which an `in` would
 * not do in order.
 */
export async function selectEvents(
  filter: EventFilter,
  place: Place | null,
  limit: number,
): Promise<EventRow[]> {
  const direction = place?.towards === 'newer' ? sql`asc` : sql`desc`
  const order = sql`order by at ${direction}, id ${direction} limit ${limit}`
  const { walked, rest } = planWalk(filter)
  const conditions = [...rest, ...placeCondition(place)]
  const rows = walked
    ? sql`select id, body from (values ${list(walked.values.map((value) => sql`(${value}::text)`))}) as wanted (value)
        cross join lateral (
          select id, body, at from audit_events
          where ${allOf([sql`${walked.column} = wanted.value`, ...conditions])} ${order}
        ) as found ${order}`
    : sql`select id, body from audit_events where ${allOf(conditions)} ${order}`
  const found = await db.execute<EventRow>(rows)
  const events = [...found]
  return place?.towards === 'newer' ? events.reverse() : events
}

type Walk = { column: SQL; values: readonly string[] }

/** Which column's index to walk, and the conditions that are left. The narrowest first: a person, then a type. */
function planWalk(filter: EventFilter): { walked: Walk | null; rest: SQL[] } {
  const many: { column: SQL; values: readonly string[] | null }[] = [
    { column: sql`subject_oid`, values: filter.subjectOids },
    { column: sql`actor_oid`, values: filter.actorOids },
    { column: sql`type`, values: filter.types },
  ]
  const said = many.flatMap(({ column, values }) => (values ? [{ column, values }] : []))
  const [walked, ...others] = said
  const rest = [
    ...others.map(({ column, values }) => anyOf(column, values)),
    ...(filter.known ? [sql`known = ${filter.known}`] : []),
    ...(filter.outcome ? [sql`outcome = ${filter.outcome}`] : []),
    ...(filter.from ? [sql`at >= ${filter.from}`] : []),
    ...(filter.until ? [sql`at < ${filter.until}`] : []),
  ]
  if (!walked) return { walked: null, rest }
  if (walked.values.length > 1) return { walked, rest }
  return { walked: null, rest: [anyOf(walked.column, walked.values), ...rest] }
}

function placeCondition(place: Place | null): SQL[] {
  if (!place) return []
  const { at, id, towards } = place
  return [towards === 'older' ? sql`(at, id) < (${at}, ${id}::uuid)` : sql`(at, id) > (${at}, ${id}::uuid)`]
}

/** Nobody matched: nothing is found, rather than everything. */
function anyOf(column: SQL, values: readonly string[]): SQL {
  if (values.length === 0) return sql`false`
  return sql`${column} in (${list(values.map((value) => sql`${value}`))})`
}

function allOf(conditions: SQL[]): SQL {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}

function list(parts: SQL[]): SQL {
  return sql.join(parts, sql`, `)
}
