import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { messages } from '@/db/schema/messages'
import type { JobActor } from '@/lib/domain/actor'
import { finishMessage as finish, type MessageOutcome, priorityOf } from '@/lib/domain/message'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { lockMessage, messageTarget } from './lock-message'

const Input = z.object({
  messageId: z.uuid(),
  fence: z.int(),
  /** In which it was rendered. */
  language: z.string().max(10),
  // Made by our own effect; the codes are checked where they are written.
  outcome: z.custom<MessageOutcome>((value) => typeof value === 'object' && value !== null),
})

const auditOutcome = {
  sent: 'done',
  not_begun: 'refused',
  refused: 'failed',
  uncertain: 'uncertain',
} as const

/** Outcome: what became of one try to send a message. One that comes too late changes nothing; false then. */
export async function finishMessage(job: JobActor, input: z.input<typeof Input>): Promise<boolean> {
  const { messageId, fence, language, outcome } = parse(Input, input)

  return transact(job, async ({ tx, now, permit, record, unchanged, enqueue }) => {
    permit('message.send')
    const { message, person } = await lockMessage(tx, messageId)
    const finished = finish(message, { fence, outcome, now })
    if (!finished) {
      unchanged()
      return false
    }
    const { state, sendAfter } = finished
    await tx
      .update(messages)
      .set({
        state,
        sendAfter,
        language,
        leaseUntil: null,
        failure: outcome.code,
        ...(state === 'sent' ? { sentAt: now } : {}),
        ...(outcome.graphRequestId ? { graphRequestId: outcome.graphRequestId } : {}),
      })
      .where(eq(messages.id, messageId))
    record('message.ended', messageTarget(message, person), {
      outcome: auditOutcome[outcome.result],
      op: { id: message.id, step: 'send', attempt: fence },
      detail: { kind: message.kind, state, code: outcome.code },
      graph: {
        requestId: outcome.graphRequestId,
        clientRequestId: message.clientRequestId,
        status: outcome.status,
      },
    })
    if (state === 'waiting')
      await enqueue(
        'message.send',
        { messageId },
        { key: messageId, startAfter: sendAfter, priority: priorityOf(message.kind) },
      )
    return true
  })
}
