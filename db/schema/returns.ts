import { sql } from 'drizzle-orm'
import { check, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, rowId } from './columns'
import { people } from './people'
import { swaps } from './swaps'

/**
 * One row per swap whose old phone was handed in or is kept. Made when the person signs, or says that they
 * keep it; changed once, when somebody else confirms that they received it. Never deleted.
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
    receivedAt: instant(),
    receivedById: uuid().references(() => people.id, { onDelete: 'restrict' }),
  },
  (table) => [
    uniqueIndex('returns_one_per_swap').on(table.swapId),
    check(
      'returns_signed',
      sql`${table.way} = 'kept' or ${table.signedName} is not null or ${table.ink} is not null`,
    ),
    check('returns_received', sql`(${table.receivedAt} is null) = (${table.receivedById} is null)`),
  ],
)
