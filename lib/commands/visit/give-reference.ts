import { randomInt } from 'node:crypto'
import { and, isNull, lt } from 'drizzle-orm'
import { z } from 'zod'
import { caseReferences } from '@/db/schema/references'
import { addMinutes } from '@/lib/clock'
import type { VisitorActor } from '@/lib/domain/actor'
import { caseReasons } from '@/lib/domain/case'
import { referenceCount, referenceHours, referenceOf } from '@/lib/domain/reference'
import { topicCodes } from '@/lib/domain/topic'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact, type Work } from '@/lib/transact'
import { drawVisit } from './draw-visit'

const Input = z.object({
  problem: z.enum(caseReasons, 'choose_one'),
  /** What of the help was open; empty where nothing was. */
  topic: z.enum(topicCodes).or(z.literal('')).default(''),
  language: z.enum(['en', 'it']),
  /** Where the request came from. */
  address: z.string().nullable(),
})

/** What to say on the phone, and until when somebody there can find it. */
export type GivenReference = { code: string; expiresAt: string }

/**
 * Somebody locked out takes a reference along to the phone. It holds what happened and nothing about who they
 * are, so the answer is the same for everybody, known here or not.
 *
 * @throws {AppError} refused — too_many_references, with the minutes to wait
 */
export async function giveReference(
  visitor: VisitorActor,
  input: z.input<typeof Input>,
): Promise<GivenReference> {
  const { problem, topic, language, address } = parse(Input, input)
  return transact(visitor, async (work) => {
    const { tx, now, permit, record } = work
    permit('reference.give')
    const waitMs = await drawVisit(work, 'reference', address)
    if (waitMs !== null) {
      const minutes = Math.ceil(waitMs / 60_000)
      throw new AppError('refused', 'too_many_references', { values: { minutes } })
    }
    await tx
      .delete(caseReferences)
      .where(and(isNull(caseReferences.caseId), lt(caseReferences.expiresAt, now)))
    const expiresAt = addMinutes(now, referenceHours * 60)
    const { id, code } = await insertNew(work, {
      problem,
      topic: topic || null,
      language,
      givenAt: now,
      expiresAt,
    })
    record('reference.given', { kind: 'reference', id }, { detail: { code, problem, topic: topic || null } })
    return { code, expiresAt: expiresAt.toISOString() }
  })
}

type NewReference = Omit<typeof caseReferences.$inferInsert, 'code'>

/** Under a number nobody has. Hundreds live of a million, so the second draw is rare, and the fifth never comes. */
async function insertNew({ tx }: Work, values: NewReference) {
  for (let tries = 0; tries < 5; tries++) {
    const [row] = await tx
      .insert(caseReferences)
      .values({ ...values, code: referenceOf(randomInt(referenceCount)) })
      .onConflictDoNothing()
      .returning({ id: caseReferences.id, code: caseReferences.code })
    if (row) return row
  }
  throw new Error('a free reference must be found in five draws')
}
