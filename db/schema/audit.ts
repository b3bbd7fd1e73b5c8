import { sql } from 'drizzle-orm'
import { bigint, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { instant } from './columns'

/** `body`'s field, computed by Postgres, so that no column can disagree with what was hashed. */
const fromBody = (...path: string[]) => {
  const steps = path.map((step) => `'${step}'`)
  return text().generatedAlwaysAs(
    sql.raw(
      `(body::jsonb ${steps.map((step, i) => (i === steps.length - 1 ? `->> ${step}` : `-> ${step}`)).join(' ')})`,
    ),
  )
}

/**
 * One row per fact, written in the transaction that made it true. The portal's roles may insert and select,
 * never update or delete (db/grants.ts).
 */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: uuid().primaryKey(),
    /** The exact canonical text that will be hashed. Never parsed and written again. */
    body: text().notNull(),
    /** RFC 3339, UTC, milliseconds: sorts as text. */
    at: fromBody('at').notNull(),
    type: fromBody('type').notNull(),
    actorKind: fromBody('actor', 'kind').notNull(),
    actorOid: fromBody('actor', 'oid'),
    targetKind: fromBody('target', 'kind').notNull(),
    targetId: fromBody('target', 'id').notNull(),
    /** The person concerned, Microsoft's object id. */
    subjectOid: fromBody('target', 'oid'),
    outcome: fromBody('outcome').notNull(),
    /** How the fact is known: attested, seen, proved, decided … (lib/domain/known.ts). */
    known: fromBody('known').notNull(),
  },
  (table) => [
    index('audit_events_by_time').on(table.at, table.id),
    index('audit_events_by_type').on(table.type, table.at, table.id),
    index('audit_events_by_subject').on(table.subjectOid, table.at, table.id),
    index('audit_events_by_actor').on(table.actorOid, table.at, table.id),
    index('audit_events_by_outcome')
      .on(table.outcome, table.at, table.id)
      .where(sql`${table.outcome} <> 'done'`),
    index('audit_events_by_known').on(table.known, table.at, table.id),
  ],
)

/** One row per event that has no place in the tree yet. Made with the event, taken away by the sequencer. */
export const auditPending = pgTable('audit_pending', {
  eventId: uuid()
    .primaryKey()
    .references(() => auditEvents.id, { onDelete: 'restrict' }),
})

/**
 * What a leaf only commits to: names and typed words, with the salt that opens `pii_commit`.
 * Deleting the row erases the person; the leaf stays as it is.
 */
export const auditPersonal = pgTable('audit_personal', {
  eventId: uuid()
    .primaryKey()
    .references(() => auditEvents.id, { onDelete: 'restrict' }),
  /** 32 random bytes, hex. */
  salt: text().notNull(),
  /** The exact canonical text that was committed to. */
  body: text().notNull(),
})

/** One row: how many events have a place in the tree. */
export const auditHead = pgTable('audit_head', {
  id: bigint({ mode: 'number' }).primaryKey(),
  size: bigint({ mode: 'number' }).notNull(),
  changedAt: instant().notNull(),
  edge: jsonb().$type<string[]>().notNull(),
})
