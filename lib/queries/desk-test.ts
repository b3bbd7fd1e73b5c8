import { desc, eq } from 'drizzle-orm'
import { type Database, db, type Tx } from '@/db/client'
import { messages } from '@/db/schema/messages'

/** What became of the last mail by which the desk's mailbox was tried out; null when it never was. */
export async function findDeskTest(reader: Database | Tx = db) {
  const [last] = await reader
    .select({
      state: messages.state,
      queuedAt: messages.queuedAt,
      sentAt: messages.sentAt,
      failure: messages.failure,
    })
    .from(messages)
    .where(eq(messages.kind, 'desk_test'))
    .orderBy(desc(messages.queuedAt))
    .limit(1)
  return last ?? null
}
