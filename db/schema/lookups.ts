import { date, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from './columns'

/** One row per help topic and day: how often it was what a search came to. No words, no person. */
export const helpLookups = pgTable(
  'help_lookups',
  {
    /** lib/domain/topic.ts; `NOTHING` for a search that found none. */
    topic: text().notNull(),
    /** The day in UTC. */
    on: date({ mode: 'string' }).notNull(),
    count: integer().notNull(),
    lastAt: instant().notNull(),
  },
  (table) => [primaryKey({ name: 'help_lookups_pk', columns: [table.topic, table.on] })],
)
