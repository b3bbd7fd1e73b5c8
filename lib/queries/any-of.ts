import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** `column = any(list)` with the list as one parameter, however long it is. */
export function isAnyOf(column: SQLWrapper, list: readonly string[], type: 'uuid' | 'text'): SQL {
  return sql`${column} = any(${sql.param([...list])}::${sql.raw(type)}[])`
}
