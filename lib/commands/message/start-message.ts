import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { cases } from '@/db/schema/desk'
import { messages } from '@/db/schema/messages'
import { swaps } from '@/db/schema/swaps'
import type { JobActor } from '@/lib/domain/actor'
import { isMessageKind, type MessageKind, type Start, startMessage as start } from '@/lib/domain/message'
import { operationId } from '@/lib/domain/operation-id'
import { parse } from '@/lib/parse'
import { transact, type Work } from '@/lib/transact'
import { addresseeOf } from './addressee'
import { type LockedMessage, lockMessage, messageTarget } from './lock-message'
import { codeOf } from './queue-message'

const Input = z.object({ messageId: z.uuid() })

/** What an effect needs to know to send a message. */
export type StartedMessage = {
  id: string
  fence: number
  kind: MessageKind
  address: string
  /** Language tag of whoever reads it; null: not known. */
  preferredLanguage: string | null
  /** The message's own code, for the text alone. */
  code: string
  clientRequestId: string
}

/**
 * Intent: the message is under way from now on. Null when there is nothing to send: it is not its time, it is
 * old news, or the reason for it is gone.
 */
export async function startMessage(
  job: JobActor,
  input: z.input<typeof Input>,
): Promise<StartedMessage | null> {
  const { messageId } = parse(Input, input)

  return transact(job, async (work) => {
    work.permit('message.send')
    const { message, person } = await lockMessage(work.tx, messageId)
    const { address, preferredLanguage } = await addresseeOf(work, { message, person })
    const matter = {
      isReachable: address !== null,
      swapState: await findSwapState(work, message),
      caseState: await findCaseState(work, message),
    }
    const next = start(message, matter, work.now)
    if (next.go === 'not_now') {
      work.unchanged()
      return null
    }
    if (next.go !== 'send') return give(work, { message, person }, next)

    const { kind } = message
    if (!isMessageKind(kind)) throw new Error('a message must be of a kind this edition knows')
    if (address === null) throw new Error('whoever is reachable must have an address')
    const { fence, leaseUntil } = next
    const clientRequestId = operationId(sha1, ['message', message.id, fence])
    await work.tx
      .update(messages)
      .set({ state: 'sending', fence, leaseUntil, startedAt: work.now, clientRequestId, failure: null })
      .where(eq(messages.id, message.id))
    work.record('message.started', messageTarget(message, person), {
      outcome: 'intended',
      op: { id: message.id, step: 'send', attempt: fence },
      detail: { kind },
      graph: { requestId: null, clientRequestId, status: null },
    })
    return {
      id: message.id,
      fence,
      kind,
      address,
      preferredLanguage,
      code: codeOf(message.id),
      clientRequestId,
    }
  })
}

async function findSwapState({ tx }: Work, { params }: LockedMessage): Promise<string | null> {
  if (typeof params.swapId !== 'string') return null
  const [swap] = await tx.select({ state: swaps.state }).from(swaps).where(eq(swaps.id, params.swapId))
  return swap?.state ?? null
}

async function findCaseState({ tx }: Work, { params }: LockedMessage): Promise<string | null> {
  if (typeof params.caseId !== 'string') return null
  const [found] = await tx.select({ state: cases.state }).from(cases).where(eq(cases.id, params.caseId))
  return found?.state ?? null
}

/** It does not go: said in the log, and shown to whoever looks after the mail. */
async function give(
  { tx, record }: Work,
  { message, person }: Awaited<ReturnType<typeof lockMessage>>,
  { go, why }: Extract<Start, { go: 'drop' | 'fail' }>,
): Promise<null> {
  const state = go === 'drop' ? 'cancelled' : 'failed'
  await tx.update(messages).set({ state, failure: why }).where(eq(messages.id, message.id))
  record('message.ended', messageTarget(message, person), {
    known: 'done',
    outcome: 'failed',
    detail: { kind: message.kind, state, code: why },
  })
  return null
}

function sha1(...parts: Uint8Array[]): Uint8Array {
  const hash = createHash('sha1')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
