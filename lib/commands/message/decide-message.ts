import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { messages } from '@/db/schema/messages'
import type { PersonActor } from '@/lib/domain/actor'
import { decideMessage as decide, decisions, priorityOf } from '@/lib/domain/message'
import { parse } from '@/lib/parse'
import { requireOwner } from '@/lib/queries/roles'
import { transact } from '@/lib/transact'
import { lockMessage, messageTarget } from './lock-message'

const Input = z.object({ messageId: z.uuid(), decision: z.enum(decisions) })

/**
 * Somebody decides of a message that did not go, or of which nobody knows whether it went. Nothing uncertain
 * is repeated unless a person says so.
 *
 * @throws {AppError} refused — with the reason from `decideRefusal`
 */
export async function decideMessage(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { messageId, decision } = parse(Input, input)
  requireOwner(actor)

  await transact(actor, async ({ tx, now, permit, record, enqueue }) => {
    const { message, person } = await lockMessage(tx, messageId)
    permit('message.decide', message)
    const decided = decide(message, decision, now)
    await tx
      .update(messages)
      .set({
        ...decided,
        leaseUntil: null,
        ...(decided.state === 'sent' ? { sentAt: message.startedAt } : {}),
      })
      .where(eq(messages.id, messageId))
    record('message.decided', messageTarget(message, person), {
      known: decision === 'arrived' ? 'attested' : 'done',
      detail: { kind: message.kind, from: message.state, to: decided.state },
    })
    if (decision === 'send')
      await enqueue('message.send', { messageId }, { key: messageId, priority: priorityOf(message.kind) })
  })
}
