import { and, asc, eq, lte } from 'drizzle-orm'
import { messages } from '@/db/schema/messages'
import { people } from '@/db/schema/people'
import type { JobActor } from '@/lib/domain/actor'
import { isLost } from '@/lib/domain/message'
import { transact } from '@/lib/transact'
import { messageTarget } from './lock-message'

const MESSAGES_AT_ONCE = 100

/**
 * The time of messages under way is up: nobody knows whether they went. Sending them again could mean twice,
 * so they stay where they are until a person decides.
 */
export async function loseMessages(job: JobActor): Promise<void> {
  await transact(job, async ({ tx, now, permit, record, unchanged }) => {
    permit('message.send')
    unchanged()
    const lost = await tx
      .select({ message: messages, person: { entraId: people.entraId } })
      .from(messages)
      .innerJoin(people, eq(people.id, messages.personId))
      .where(and(eq(messages.state, 'sending'), lte(messages.leaseUntil, now)))
      .orderBy(asc(messages.leaseUntil))
      .limit(MESSAGES_AT_ONCE)
      .for('update', { of: messages, skipLocked: true })
    for (const { message, person } of lost.filter(({ message }) => isLost(message, now))) {
      await tx
        .update(messages)
        .set({ state: 'uncertain', leaseUntil: null, failure: 'message_lost' })
        .where(eq(messages.id, message.id))
      record('message.ended', messageTarget(message, person), {
        known: 'done',
        outcome: 'uncertain',
        op: { id: message.id, step: 'send', attempt: message.fence },
        detail: { kind: message.kind, state: 'uncertain', code: 'message_lost' },
        graph: { requestId: null, clientRequestId: message.clientRequestId, status: null },
      })
    }
  })
}
