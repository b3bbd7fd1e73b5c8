import { doublePrecision, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { instant } from './columns'

/**
 * One row per limit and whoever it is counted for: how many tries were free at `at`. Made at the first try;
 * goes when it has been full again for a while.
 */
export const rateBuckets = pgTable(
  'rate_buckets',
  {
    /** lib/domain/rate.ts */
    limit: text().notNull(),
    /** A keyed hash of an address, or `everybody`. */
    key: text().notNull(),
    level: doublePrecision().notNull(),
    at: instant().notNull(),
  },
  (table) => [primaryKey({ name: 'rate_buckets_pk', columns: [table.limit, table.key] })],
)
