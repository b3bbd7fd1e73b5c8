import { and, asc, eq, lt } from 'drizzle-orm'
import { messages } from '@/db/schema/messages'
import { addMinutes } from '@/lib/clock'
import { priorityOf } from '@/lib/domain/message'
import type { Work } from '@/lib/transact'

const MESSAGES_AT_ONCE = 500

/** Messages whose time has come for longer than a job takes to begin: it is asked for again. */
export async function sweepMessages({ tx, now, enqueueMany }: Work): Promise<void> {
  const lost = await tx
    .select({ messageId: messages.id, kind: messages.kind })
    .from(messages)
    .where(and(eq(messages.state, 'waiting'), lt(messages.sendAfter, addMinutes(now, -2))))
    .orderBy(asc(messages.sendAfter))
    .limit(MESSAGES_AT_ONCE)
  await enqueueMany(
    'message.send',
    lost.map(({ messageId, kind }) => ({
      payload: { messageId },
      key: messageId,
      priority: priorityOf(kind),
    })),
  )
}
