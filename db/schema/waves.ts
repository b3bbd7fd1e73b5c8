import { sql } from 'drizzle-orm'
import { boolean, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, rowId } from './columns'
import { people } from './people'

/** One row per wave: a group of people who move in the same weeks. Made by a planner, never deleted. */
export const waves = pgTable(
  'waves',
  {
    id: rowId(),
    name: text().notNull(),
    /** lib/domain/wave.ts */
    state: text().notNull(),
    ownerId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    createdAt: instant().notNull(),
    publishedAt: instant(),
    endedAt: instant(),
  },
  (table) => [index('waves_by_time').on(table.createdAt, table.id)],
)

/** One row per time window of a wave: where, when, for how many. */
export const windows = pgTable(
  'windows',
  {
    id: rowId(),
    waveId: uuid()
      .notNull()
      .references(() => waves.id, { onDelete: 'restrict' }),
    /** What an imported file calls it; unique within the wave, in any case. */
    name: text().notNull(),
    site: text().notNull(),
    /** Wherever each person is: nobody comes to the site, which then only says whose window it is. */
    isAtHome: boolean().notNull().default(false),
    startsAt: instant().notNull(),
    endsAt: instant().notNull(),
    /** IANA name; the wall clock the window is shown in. */
    timeZone: text().notNull(),
    capacity: integer().notNull(),
    booked: integer().notNull().default(0),
  },
  (table) => [
    index('windows_by_wave').on(table.waveId, table.startsAt),
    index('windows_by_end').on(table.endsAt),
    uniqueIndex('windows_one_per_name').on(table.waveId, sql`lower(${table.name})`),
    check('windows_within_capacity', sql`${table.booked} between 0 and ${table.capacity}`),
    check('windows_end_after_start', sql`${table.endsAt} > ${table.startsAt}`),
  ],
)
