import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns'
import { people } from './people'

/** One row per setting an Owner changed; what is absent has its default (lib/domain/settings.ts). */
export const settings = pgTable('settings', {
  name: text().primaryKey(),
  value: jsonb().notNull(),
  changedAt: instant().notNull(),
  changedById: uuid()
    .notNull()
    .references(() => people.id, { onDelete: 'restrict' }),
})
