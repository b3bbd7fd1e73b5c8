import { type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import type { EventFilter } from './audit-filter'

/** An event as stored: its id and the exact text of its leaf. */
export type EventRow = { id: string; body: string }

/** Where in the list to begin: after this event, going on to older ones or back to newer ones. */
export type Place = { at: string; id: string; towards: 'older' | 'newer' }

/**
 * The events that pass the filter, newest first: the next `limit` from `place`, or the newest. Walks one index
 * for each value of the narrowest column, and merges.
 */
export async function selectEvents(
  filter: EventFilter,
  place: Place | null,
  limit: number,
): Promise<EventRow[]> {
  const isBack = place?.towards === 'newer'
  const { column, values, rest } = planWalk(filter)
  const walks = column
    ? values.map((value) => walkOne(column, value, { place, rest, limit }))
    : [walkTime({ place, rest, limit })]
  if (walks.length === 0) return []
  const found = await db.execute<EventRow>(
    sql`select id, body from (${sql.join(walks, sql` union all `)}) as found
      order by ${inOrder(['at', 'id'], place)} limit ${limit}`,
  )
  const rows = [...found]
  return isBack ? rows.reverse() : rows
}

type Column = 'subject_oid' | 'actor_oid' | 'outcome' | 'type' | 'known'
type Plan = { column: Column | null; values: readonly string[]; rest: SQL[] }

/** Which column to walk along, the narrowest that is said, and the conditions that are left. */
function planWalk(filter: EventFilter): Plan {
  const { subjectOids, actorOids, outcome, types, known, from, until } = filter
  // What did not go as usual is rare, and has an index; what did is nearly everything, and has none.
  const isUnusual = outcome !== null && outcome !== 'done'
  const columns: { column: Column; values: readonly string[] | null }[] = [
    { column: 'subject_oid', values: subjectOids },
    { column: 'actor_oid', values: actorOids },
    { column: 'outcome', values: isUnusual ? [outcome] : null },
    { column: 'type', values: types },
    { column: 'known', values: known === null ? null : [known] },
  ]
  const said = columns.flatMap(({ column, values }) => (values ? [{ column, values }] : []))
  const rest = [
    ...said.slice(1).map(({ column, values }) => anyOf(column, values)),
    ...(outcome === 'done' ? [sql`outcome = 'done'`] : []),
    ...(from ? [sql`at >= ${from}`] : []),
    ...(until ? [sql`at < ${until}`] : []),
  ]
  const [walked] = said
  return walked ? { ...walked, rest } : { column: null, values: [], rest }
}

type Bounds = { place: Place | null; rest: SQL[]; limit: number }

/**
 * The index of one column, between the value's first and last event. Said as bounds of whole keys: with
 * `column = value` the planner may walk the index by time instead, past everything else, when its figures
 * mislead it.
 */
function walkOne(column: Column, value: string, { place, rest, limit }: Bounds): SQL {
  const key = sql.raw(column)
  const isBack = place?.towards === 'newer'
  const begin = place
    ? sql`(${key}, at, id) ${isBack ? sql`>` : sql`<`} (${value}, ${place.at}, ${place.id}::uuid)`
    : sql`${key} <= ${value}`
  const end = isBack ? sql`${key} <= ${value}` : sql`${key} >= ${value}`
  // The condition of that index: it holds only what is rare.
  const partial = column === 'outcome' ? [sql`outcome <> 'done'`] : []
  return sql`(select id, body, at from audit_events where ${allOf([begin, end, ...partial, ...rest])}
    order by ${inOrder([column, 'at', 'id'], place)} limit ${limit})`
}

function walkTime({ place, rest, limit }: Bounds): SQL {
  const sign = place?.towards === 'newer' ? sql`>` : sql`<`
  const begin = place ? [sql`(at, id) ${sign} (${place.at}, ${place.id}::uuid)`] : []
  return sql`(select id, body, at from audit_events where ${allOf([...begin, ...rest])}
    order by ${inOrder(['at', 'id'], place)} limit ${limit})`
}

function inOrder(columns: readonly string[], place: Place | null): SQL {
  const direction = place?.towards === 'newer' ? 'asc' : 'desc'
  return sql.raw(columns.map((column) => `${column} ${direction}`).join(', '))
}

/** Nobody matched: nothing is found, rather than everything. */
function anyOf(column: Column, values: readonly string[]): SQL {
  if (values.length === 0) return sql`false`
  const texts = values.map((value) => sql`${value}`)
  return sql`${sql.raw(column)} in (${sql.join(texts, sql`, `)})`
}

function allOf(conditions: SQL[]): SQL {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `)
}
