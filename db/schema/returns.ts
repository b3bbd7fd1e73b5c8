import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, rowId } from './columns'
import { people } from './people'
import { swaps } from './swaps'

/**
 * One row per time an old phone was handed in or kept; of each swap one that holds. Made when the person signs, or says that they
 * keep it; changed once, when somebody else confirms that they received it or when a step it rested on turned
 * out not to be done, which makes it void. Never deleted.
 */
export const returns = pgTable(
  'returns',
  {
    id: rowId(),
    swapId: uuid()
      .notNull()
      .references(() => swaps.id, { onDelete: 'restrict' }),
    /** `handed_in` or `kept` (lib/domain/return.ts). */
    way: text().notNull(),
    signedAt: instant().notNull(),
    /** The name as the person typed it; null where they drew it. */
    signedName: text(),
    /** The signature as the path of a drawing (lib/domain/ink.ts); null where it was typed. */
    ink: text(),
    /** Since when it holds no more; null while it does. */
    voidedAt: instant(),
    receivedAt: instant(),
    receivedById: uuid().references(() => people.id, { onDelete: 'restrict' }),
  },
  (table) => [
    uniqueIndex('returns_one_per_swap').on(table.swapId).where(sql`${table.voidedAt} is null`),
    index('returns_by_swap').on(table.swapId),
    check('returns_void_unreceived', sql`${table.voidedAt} is null or ${table.receivedAt} is null`),
    check(
      'returns_signed',
      sql`${table.way} = 'kept' or ${table.signedName} is not null or ${table.ink} is not null`,
    ),
    check('returns_received', sql`(${table.receivedAt} is null) = (${table.receivedById} is null)`),
  ],
)
