import { sql } from 'drizzle-orm'
import { check, doublePrecision, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, rowId } from './columns'
import { cases } from './desk'
import { people } from './people'

/**
 * One row per reference given on the page for the locked-out: what somebody says on the phone, and nothing
 * about who they are. Made without a sign-in; deleted some time after it expires unless a case took it up.
 */
export const caseReferences = pgTable(
  'case_references',
  {
    id: rowId(),
    /** `R-482-9173`, the last digit a check on the others (lib/domain/reference.ts). */
    code: text().notNull(),
    /** lib/domain/case.ts: why somebody calls. */
    problem: text().notNull(),
    /** Which topic of the help was open, `ERR-LIMIT-5`; null where none was. */
    topic: text(),
    language: text().notNull(),
    givenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** The case of the caller who said it. */
    caseId: uuid().references(() => cases.id, { onDelete: 'restrict' }),
    linkedAt: instant(),
    linkedById: uuid().references(() => people.id, { onDelete: 'restrict' }),
  },
  (table) => [
    uniqueIndex('case_references_one_per_code').on(table.code),
    index('case_references_by_case').on(table.caseId),
    index('case_references_waiting').on(table.expiresAt).where(sql`${table.caseId} is null`),
    check('case_references_linked_whole', sql`(${table.caseId} is null) = (${table.linkedAt} is null)`),
  ],
)

/**
 * One row per source of requests without a sign-in, and one for all of them: how many are free now. The name
 * holds a keyed hash of an address at most; rows nobody drew from for a day are deleted.
 */
export const visitBuckets = pgTable(
  'visit_buckets',
  {
    name: text().primaryKey(),
    /** Requests that were free at `levelAt`. */
    level: doublePrecision().notNull(),
    levelAt: instant().notNull(),
  },
  (table) => [index('visit_buckets_by_time').on(table.levelAt)],
)
