import { integer, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns'
import { people } from './people'

/**
 * One row per step of the guide to which the organisation added something of its own. Made by the first note;
 * an emptied note stays, with no text.
 */
export const guideNotes = pgTable('guide_notes', {
  /** lib/domain/step.ts */
  step: text().primaryKey(),
  en: text().notNull(),
  it: text().notNull(),
  /** The editions it was written against, or confirmed to fit: ids. */
  editions: jsonb().$type<string[]>().notNull(),
  /** Counts the texts this note has had; kept with what a person was shown. */
  revision: integer().notNull(),
  changedAt: instant().notNull(),
  changedById: uuid()
    .notNull()
    .references(() => people.id, { onDelete: 'restrict' }),
})
