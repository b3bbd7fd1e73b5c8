import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, rowId } from './columns'
import { people } from './people'

/**
 * One row per sign-in that is or was live in one browser. A step-up makes a new row and revokes the old one.
 * The browser holds a secret of 256 bits; here is only its hash.
 */
export const sessions = pgTable(
  'sessions',
  {
    id: rowId(),
    secretHash: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    entraTenantId: uuid().notNull(),
    roles: text().array().notNull(),
    /** The registration the last sign-in went through: `portal`, `self` or `desk`. */
    app: text().notNull(),
    /** `auth_time`: when the first factor was given, as Microsoft says. */
    authenticatedAt: instant().notNull(),
    amr: text().array().notNull(),
    acrs: text().array().notNull(),
    /** The Graph token of app Self, sealed (lib/seal.ts), for its own life of about an hour. */
    selfToken: text(),
    selfTokenExpiresAt: instant(),
    /** The same of app Desk. */
    deskToken: text(),
    deskTokenExpiresAt: instant(),
    addressHash: text(),
    browserHash: text(),
    startedAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    /** `signed_out`, `stepped_up`, `replaced`, `ended_by_owner`. */
    revokedWhy: text(),
  },
  (table) => [
    uniqueIndex('sessions_one_per_secret').on(table.secretHash),
    index('sessions_by_person').on(table.personId, table.startedAt),
    index('sessions_by_last_seen').on(table.lastSeenAt, table.id).where(sql`${table.revokedAt} is null`),
  ],
)

/** One row per completed sign-in: what a swap's proof is read from. Never changed. */
export const signIns = pgTable(
  'sign_ins',
  {
    id: rowId(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    app: text().notNull(),
    /** When the portal received it. */
    at: instant().notNull(),
    authenticatedAt: instant().notNull(),
    amr: text().array().notNull(),
    acrs: text().array().notNull(),
    /** Whether a fresh sign-in had been asked for (`prompt=login`). */
    isFresh: boolean().notNull(),
    /** Microsoft's id of the token, to find the sign-in in its log. */
    entraTokenId: text(),
  },
  (table) => [index('sign_ins_by_person').on(table.personId, table.at)],
)
