import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { messages } from '@/db/schema/messages'
import { people } from '@/db/schema/people'
import { AppError } from '@/lib/errors'

export type LockedMessage = typeof messages.$inferSelect

/** A message and whom it is for, held until the commit. @throws {AppError} not_found */
export async function lockMessage(
  tx: Tx,
  messageId: string,
): Promise<{ message: LockedMessage; person: typeof people.$inferSelect }> {
  const [row] = await tx
    .select({ message: messages, person: people })
    .from(messages)
    .innerJoin(people, eq(people.id, messages.personId))
    .where(eq(messages.id, messageId))
    .for('update', { of: messages })
  if (!row) throw new AppError('not_found', 'not_found')
  return row
}

/** What an event about a message points at. */
export function messageTarget({ id }: { id: string }, { entraId }: { entraId: string }) {
  return { kind: 'message', id, oid: entraId }
}
