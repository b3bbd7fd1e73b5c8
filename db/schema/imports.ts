import { sql } from 'drizzle-orm'
import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { FileProblem, RowProblem } from '@/lib/domain/import'
import { instant, rowId } from './columns'
import { people } from './people'
import { waves, windows } from './waves'

/**
 * One row per file of people given for a wave: checked row by row, then confirmed or discarded. A file that
 * cannot be read at all is kept as refused, with the reason. Never deleted.
 */
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
    /** Null for a pasted list. */
    fileName: text(),
    byteCount: integer().notNull(),
    sha256: text().notNull(),
    /** lib/domain/import.ts: `refused`, `checked`, `confirmed` or `discarded`. */
    state: text().notNull(),
    /** Why a refused file cannot be read; null otherwise. */
    fileProblem: jsonb().$type<FileProblem>(),
    /** Columns of the file that mean nothing here. */
    unusedColumns: text().array().notNull().default([]),
    rowCount: integer().notNull().default(0),
    problemCount: integer().notNull().default(0),
    /** How many people came into the wave; null until confirmed. */
    importedCount: integer(),
    /** How many of those got a seat in a window. */
    seatedCount: integer(),
    at: instant().notNull(),
    endedAt: instant(),
  },
  (table) => [
    index('imports_by_wave').on(table.waveId, table.at),
    // The same file twice in one wave is the same import, as long as it is open.
    uniqueIndex('imports_one_open_per_file')
      .on(table.waveId, table.sha256)
      .where(sql`${table.state} = 'checked'`),
  ],
)

/** One row per line of an imported file. Deleted when the import ends: what a planner typed about people is not kept twice. */
export const importRows = pgTable(
  'import_rows',
  {
    id: rowId(),
    importId: uuid()
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    /** Line in the file as an editor counts it; the header is line 1. */
    line: integer().notNull(),
    /** The columns we know, as the file has them. */
    cells: jsonb().$type<Record<string, string>>().notNull(),
    personId: uuid().references(() => people.id, { onDelete: 'restrict' }),
    delegateId: uuid().references(() => people.id, { onDelete: 'restrict' }),
    windowId: uuid().references(() => windows.id, { onDelete: 'restrict' }),
    problems: jsonb().$type<RowProblem[]>().notNull(),
    hasProblem: boolean().notNull(),
  },
  (table) => [
    uniqueIndex('import_rows_one_per_line').on(table.importId, table.line),
    index('import_rows_problems_first').on(table.importId, sql`(not ${table.hasProblem})`, table.line),
  ],
)
