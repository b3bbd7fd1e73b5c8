import { newId } from '@/db/id'
import { messages } from '@/db/schema/messages'
import { chunksOf } from '@/lib/domain/chunks'
import { type NewMessage, priorityOf } from '@/lib/domain/message'
import { codeFrom } from '@/lib/domain/message-code'
import { keyedHash } from '@/lib/seal'
import type { Work } from '@/lib/transact'

/**
 * A mail to one person or to the desk, sent by the worker after the commit: it exists if and only if the change does. What
 * has an `onceKey` that was used before is not made again.
 */
export async function queueMessage(work: Work, message: NewMessage): Promise<void> {
  await queueMessages(work, [message])
}

/** Many at once; otherwise as `queueMessage`. */
export async function queueMessages(work: Work, wanted: readonly NewMessage[]): Promise<void> {
  for (const some of chunksOf(wanted, 2_000)) {
    const made = await work.tx
      .insert(messages)
      .values(some.map((message) => rowOf(work, message)))
      .onConflictDoNothing({ target: messages.onceKey })
      .returning({ id: messages.id, kind: messages.kind, sendAfter: messages.sendAfter })
    await work.enqueueMany(
      'message.send',
      made.map(({ id, kind, sendAfter }) => ({
        payload: { messageId: id },
        key: id,
        priority: priorityOf(kind),
        ...(sendAfter > work.now ? { startAfter: sendAfter } : {}),
      })),
    )
  }
}

function rowOf({ now }: Work, { kind, personId, params, onceKey, sendAfter }: NewMessage) {
  const id = newId()
  return {
    id,
    kind,
    personId,
    params,
    onceKey: onceKey ?? null,
    codeHash: lookupHashOf(codeOf(id)),
    state: 'waiting',
    queuedAt: now,
    sendAfter: sendAfter ?? now,
  }
}

/** The code in a message's mail, computed anew each time and kept nowhere. */
export function codeOf(messageId: string): string {
  return codeFrom(keyedHash('message code', messageId))
}

/** What a code is found by. */
export function lookupHashOf(code: string): string {
  return keyedHash('message lookup', code).toString('base64url')
}
