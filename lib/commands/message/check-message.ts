import { and, eq, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { messages } from '@/db/schema/messages'
import { drawVisit } from '@/lib/commands/visit/draw-visit'
import type { VisitorActor } from '@/lib/domain/actor'
import { readCode } from '@/lib/domain/message-code'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact, type Work } from '@/lib/transact'
import { lookupHashOf } from './queue-message'

const Input = z.object({
  code: z.string().trim().min(1, 'field_required').max(100),
  /** Where the request came from. */
  address: z.string().nullable(),
})

/** What may be said of a message to whoever has its code: nothing about whom it was for. */
export type CheckedMessage = {
  kind: string
  params: Record<string, string | number>
  language: string | null
  sentAt: string
}

/**
 * Somebody with a mail in doubt types its code. Null when we sent none with it: a code that is none, one that
 * nobody has and one of a mail that never went get the same answer, found out in the same way. No event: it
 * says nothing about anybody.
 *
 * @throws {AppError} refused — too_many_tries, with the minutes to wait
 */
export async function checkMessage(
  visitor: VisitorActor,
  input: z.input<typeof Input>,
): Promise<CheckedMessage | null> {
  const { code, address } = parse(Input, input)
  return transact(visitor, async (work) => {
    work.permit('message.check')
    work.unchanged()
    const waitMs = await drawVisit(work, 'message', address)
    if (waitMs !== null)
      throw new AppError('refused', 'too_many_tries', { values: { minutes: Math.ceil(waitMs / 60_000) } })
    // What cannot be a code is looked up as well: it is nobody's.
    return find(work, lookupHashOf(readCode(code) ?? code))
  })
}

/** Those of which something may have arrived. */
const gone = ['sending', 'sent', 'uncertain']

async function find({ tx }: Work, codeHash: string): Promise<CheckedMessage | null> {
  const [row] = await tx
    .select()
    .from(messages)
    .where(and(eq(messages.codeHash, codeHash), inArray(messages.state, gone)))
  if (!row) return null
  const { kind, language, startedAt, sentAt, queuedAt } = row
  // Of the parameters only what the subject depends on; ids stay here.
  const params = typeof row.params.what === 'string' ? { what: row.params.what } : {}
  return { kind, params, language, sentAt: (sentAt ?? startedAt ?? queuedAt).toISOString() }
}
