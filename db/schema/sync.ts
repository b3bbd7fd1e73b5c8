import { boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant, rowId } from './columns'
import { people } from './people'

/** One row per pipeline of the directory sync: where it stands and when what it brought was true. */
export const syncCursors = pgTable('sync_cursors', {
  /** `people` or `report`. */
  pipeline: text().primaryKey(),
  /** The page to read next, Microsoft's link, whole; null: from the beginning. */
  link: text(),
  /** Whether `link` leads to changes only, rather than through everybody. */
  isDelta: boolean().notNull().default(false),
  /** Where the changes since `listingAt` are to be had, once everybody has been read. */
  deltaLink: text(),
  /** When the reading of everybody began that `link` belongs to; who is not seen since has left. */
  listingAt: instant(),
  /** "Data as of": when the last complete run began. */
  dataAsOf: instant(),
  /** The one run that may move this row, and until when it need not prove that it lives. */
  runId: uuid(),
  leaseUntil: instant(),
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
    /** Whether it reads everybody, rather than changes. */
    isFull: boolean().notNull(),
    pageCount: integer().notNull().default(0),
    seenCount: integer().notNull().default(0),
    changedCount: integer().notNull().default(0),
    leftCount: integer().notNull().default(0),
    failure: text(),
    /** Microsoft's id of the last call. */
    graphRequestId: text(),
    /** When the next try is due after a failure. */
    retryAt: instant(),
  },
  (table) => [index('sync_runs_by_pipeline').on(table.pipeline, table.startedAt)],
)

/**
 * One row per person whom the directory no longer shows and who has not been marked as gone. Made by the
 * pages of a run; emptied at its end, or by the person who decides when too many would leave.
 */
export const syncLeavers = pgTable('sync_leavers', {
  personId: uuid()
    .primaryKey()
    .references(() => people.id, { onDelete: 'restrict' }),
  at: instant().notNull(),
})

/**
 * One row per account the registration report names before the directory does. Taken up when the person
 * comes; purged by the next report that no longer needs it.
 */
export const syncStrays = pgTable('sync_strays', {
  entraId: uuid().primaryKey(),
  isMfaRegistered: boolean(),
  isAdmin: boolean(),
  methodsRegistered: text().array(),
  reportAt: instant(),
  at: instant().notNull(),
})

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
