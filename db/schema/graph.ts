import { doublePrecision, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from './columns'

/**
 * One row per app and family of calls: how much of Microsoft's limit is free now. Made at the first call;
 * every process takes its share here before it calls. The figures may be corrected by hand.
 */
export const graphAllowances = pgTable(
  'graph_allowances',
  {
    app: text().notNull(),
    family: text().notNull(),
    /** Units that come free each second, and the most that can gather. */
    perSecond: doublePrecision().notNull(),
    burst: doublePrecision().notNull(),
    /** Units that were free at `levelAt`. */
    level: doublePrecision().notNull(),
    levelAt: instant().notNull(),
    /** How much of `perSecond` we dare to use, up to 1; less after Microsoft complained. */
    share: doublePrecision().notNull().default(1),
    /** When `share` was last lowered. */
    cutAt: instant(),
    /** The part of the last twenty calls or so that Microsoft refused. */
    refusedShare: doublePrecision().notNull().default(0),
    /** Nobody calls before. */
    blockedUntil: instant(),
    throttledAt: instant(),
    /** Whom the last refused call was about, where it was about somebody. */
    throttledTarget: text(),
    /** Refusals in a row that did not say how long to wait. */
    bareCount: integer().notNull().default(0),
  },
  (table) => [primaryKey({ name: 'graph_allowances_pk', columns: [table.app, table.family] })],
)
