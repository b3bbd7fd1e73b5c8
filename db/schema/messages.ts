import { sql } from 'drizzle-orm'
import { index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, rowId } from './columns'
import { people } from './people'

/**
 * One row per mail to one person, or to the desk about one: the outbox, and what became of it. Made in the transaction that gives the
 * reason for it; never deleted. The text is not kept: it is rendered from `params` when it goes.
 */
export const messages = pgTable(
  'messages',
  {
    id: rowId(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'restrict' }),
    /** lib/domain/message.ts, as is `state`. */
    kind: text().notNull(),
    /** Ids and codes only, never a name or an address. */
    params: jsonb().$type<Record<string, string | number>>().notNull(),
    /** Of whatever may be told only once: a second message with the same key is not made. */
    onceKey: text(),
    /** Keyed hash of the code in the mail; the code itself is nowhere. */
    codeHash: text().notNull(),
    state: text().notNull(),
    queuedAt: instant().notNull(),
    /** Not before; also after Microsoft asked to wait. */
    sendAfter: instant().notNull(),
    /** Rises with every start; an outcome with an older one comes too late. */
    fence: integer().notNull().default(0),
    leaseUntil: instant(),
    startedAt: instant(),
    /** The language it was rendered in; null before the first try. */
    language: text(),
    sentAt: instant(),
    /** Why it failed, waits, was dropped, or why nobody knows: a code with a sentence. */
    failure: text(),
    graphRequestId: text(),
    clientRequestId: uuid(),
  },
  (table) => [
    uniqueIndex('messages_once').on(table.onceKey),
    uniqueIndex('messages_by_code').on(table.codeHash),
    index('messages_by_person').on(table.personId, table.queuedAt),
    index('messages_waiting').on(table.sendAfter).where(sql`${table.state} = 'waiting'`),
    index('messages_sending').on(table.leaseUntil).where(sql`${table.state} = 'sending'`),
    index('messages_in_trouble').on(table.queuedAt).where(sql`${table.state} in ('failed', 'uncertain')`),
    index('messages_sent').on(table.sentAt).where(sql`${table.state} = 'sent'`),
    index('messages_to_desk').on(table.queuedAt).where(sql`${table.kind} in ('urgent_case', 'desk_test')`),
  ],
)
