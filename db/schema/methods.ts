import { boolean, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import type { SeenMethod } from '@/lib/domain/method'
import { instant, rowId } from './columns'
import { people } from './people'

/**
 * One row per registration Microsoft ever showed for a person we looked at. Made at the first reading that
 * has it; `goneAt` is the first reading that no longer does.
 */
export const methods = pgTable(
  'methods',
  {
    id: rowId(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** Microsoft's id; unique per person only. */
    entraMethodId: text().notNull(),
    /** See lib/domain/method.ts; an unknown kind stays, as Microsoft spells it. */
    kind: text().notNull(),
    displayName: text(),
    deviceTag: text(),
    appVersion: text(),
    /** Which make of passkey, where it is one. */
    aaguid: text(),
    isDefault: boolean().notNull().default(false),
    /** Microsoft's own date; null for push-only Authenticator registrations. */
    createdAt: instant(),
    /** Microsoft's `lastUsedDateTime` (beta), where given. */
    lastUsedAt: instant(),
    firstSeenAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    goneAt: instant(),
  },
  (table) => [uniqueIndex('methods_one_per_person').on(table.personId, table.entraMethodId)],
)

/** One row per look at a person's registrations: what Microsoft answered, and under which request id. Never changed. */
export const readings = pgTable(
  'readings',
  {
    id: rowId(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    at: instant().notNull(),
    graphRequestId: text(),
    methods: jsonb().$type<SeenMethod[]>().notNull(),
  },
  (table) => [index('readings_by_person').on(table.personId, table.at)],
)

/** One row per person somebody waited for: whether the worker is looking, and why it could not. */
export const looks = pgTable('looks', {
  personId: uuid()
    .primaryKey()
    .references(() => people.id, { onDelete: 'restrict' }),
  askedAt: instant().notNull(),
  /** Null when a job asked. */
  askedById: uuid().references(() => people.id, { onDelete: 'restrict' }),
  startedAt: instant(),
  /** When the last good look began: what `methods` shows was true then or later. */
  readAt: instant(),
  /** When the last look ended, well or not. */
  endedAt: instant(),
  /** Why the last look failed; null when it did not. */
  failure: text(),
  /** When the next try is due; null when there will be none by itself. */
  retryAt: instant(),
  /** Failed looks in a row. */
  failureCount: integer().notNull().default(0),
})
