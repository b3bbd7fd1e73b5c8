import { boolean, index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { instant, rowId } from './columns'

/** One row per pipeline of the directory sync: where it stands and when what it brought was true. */
export const syncCursors = pgTable('sync_cursors', {
  /** `people` or `report`. */
  pipeline: text().primaryKey(),
  /** Microsoft's nextLink or deltaLink, whole; null before the first page and after a 410. */
  link: text(),
  /** Whether `link` is a deltaLink: the next run reads only changes. */
  isDelta: boolean().notNull().default(false),
  /** "Data as of": when the last complete run began. */
  dataAsOf: instant(),
})

/** One row per run of a pipeline, the newest being what the screens show. Purged after 90 days. */
export const syncRuns = pgTable(
  'sync_runs',
  {
    id: rowId(),
    pipeline: text().notNull(),
    startedAt: instant().notNull(),
    endedAt: instant(),
    /** `running`, `done`, `failed` or `held` (too many would leave: a person decides). */
    state: text().notNull(),
    pageCount: integer().notNull().default(0),
    seenCount: integer().notNull().default(0),
    changedCount: integer().notNull().default(0),
    leftCount: integer().notNull().default(0),
    failure: text(),
    graphRequestId: text(),
    /** When the next try is due after a failure. */
    retryAt: instant(),
  },
  (table) => [index('sync_runs_by_pipeline').on(table.pipeline, table.startedAt)],
)

/** One row per process that works unattended: when it last said it lives. */
export const heartbeats = pgTable('heartbeats', {
  name: text().primaryKey(),
  at: instant().notNull(),
})

/** One row per app: when Microsoft Graph last answered it well, and how it failed since. */
export const graphHealth = pgTable('graph_health', {
  app: text().primaryKey(),
  answeredAt: instant(),
  failedAt: instant(),
  failure: text(),
})
