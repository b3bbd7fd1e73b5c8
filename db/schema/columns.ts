import { timestamp, uuid } from 'drizzle-orm/pg-core'
import { newId } from '@/db/id'

/** A row's own id: UUID version 7, made by us. */
export const rowId = () => uuid().primaryKey().$defaultFn(newId)

/** An instant, UTC, to the millisecond. */
export const instant = () => timestamp({ withTimezone: true, mode: 'date', precision: 3 })
