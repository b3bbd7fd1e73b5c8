import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, rowId } from './columns'
import { readings } from './methods'
import { people } from './people'
import { waves, windows } from './waves'

/**
 * One row per move of one person from old device(s) to a new one. Made when somebody is added to a wave;
 * never deleted. `state` is written by the rule `advance` alone (lib/domain/swap.ts).
 */
export const swaps = pgTable(
  'swaps',
  {
    id: rowId(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    waveId: uuid()
      .notNull()
      .references(() => waves.id, { onDelete: 'restrict' }),
    windowId: uuid().references(() => windows.id, { onDelete: 'restrict' }),
    state: text().notNull(),
    stateSince: instant().notNull(),
    /** `ios` or `android`, null until known. */
    oldPlatform: text(),
    newPlatform: text(),
    /** `ios_keychain`, `ios_legacy`, `android`; null until the person says. */
    backupModel: text(),
    /** `same` or `new`; null until the person says. */
    number: text(),
    /** Whether the old phone is still in the person's hands; null until they say. */
    hasOldPhone: boolean(),
    note: text(),
    /** What Microsoft showed before anything changed. */
    baselineId: uuid().references(() => readings.id, { onDelete: 'restrict' }),
    createdAt: instant().notNull(),
    closedAt: instant(),
    closedWhy: text(),
  },
  (table) => [
    uniqueIndex('swaps_one_open_per_person').on(table.personId).where(sql`${table.closedAt} is null`),
    index('swaps_by_wave').on(table.waveId, table.state, table.id),
  ],
)

/** One row per registration of the baseline: whose it is, as the person says. */
export const swapEntries = pgTable(
  'swap_entries',
  {
    id: rowId(),
    swapId: uuid()
      .notNull()
      .references(() => swaps.id, { onDelete: 'restrict' }),
    entraMethodId: text().notNull(),
    /** `old_phone`, `kept_device`, `new_phone` (registered before the portal was opened) or `unknown`. */
    owner: text().notNull(),
    assignedAt: instant(),
  },
  (table) => [uniqueIndex('swap_entries_one_per_method').on(table.swapId, table.entraMethodId)],
)

/**
 * One row per thing a person said or did that a level of the gate rests on and that is not a reading or a
 * sign-in: attestations, the agreed second way in, the guide edition shown. Never changed.
 */
export const swapEvidence = pgTable(
  'swap_evidence',
  {
    id: rowId(),
    swapId: uuid()
      .notNull()
      .references(() => swaps.id, { onDelete: 'restrict' }),
    /** lib/domain/evidence.ts */
    kind: text().notNull(),
    at: instant().notNull(),
    /** Counts and codes only; never a name the person typed. */
    detail: jsonb().$type<Record<string, string | number | boolean | null>>().notNull(),
  },
  (table) => [index('swap_evidence_by_swap').on(table.swapId, table.at)],
)

/** One row per import of a file of people into a wave: checked row by row, then confirmed or thrown away. */
export const imports = pgTable(
  'imports',
  {
    id: rowId(),
    waveId: uuid()
      .notNull()
      .references(() => waves.id, { onDelete: 'restrict' }),
    byId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    fileName: text().notNull(),
    sha256: text().notNull(),
    /** `checked`, `confirmed` or `discarded`. */
    state: text().notNull(),
    rowCount: integer().notNull(),
    problemCount: integer().notNull(),
    at: instant().notNull(),
    endedAt: instant(),
  },
  (table) => [index('imports_by_wave').on(table.waveId, table.at)],
)

/** One row per line of an imported file. Deleted when the import ends. */
export const importRows = pgTable(
  'import_rows',
  {
    id: rowId(),
    importId: uuid()
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    /** Line in the file as an editor counts it; the header is line 1. */
    line: integer().notNull(),
    cells: jsonb().$type<Record<string, string>>().notNull(),
    personId: uuid(),
    /** Code of the sentence that says what is wrong; null when nothing is. */
    problem: text(),
    /** Which column the problem is in. */
    problemColumn: text(),
  },
  (table) => [index('import_rows_by_import').on(table.importId, table.problem, table.line)],
)
