import { randomInt } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { verifications } from '@/db/schema/desk'
import { addMinutes } from '@/lib/clock'
import { lockCase } from '@/lib/commands/case/lock-case'
import type { PersonActor } from '@/lib/domain/actor'
import { gatherMinutes, readVerification } from '@/lib/domain/verification'
import { phraseOf, phraseWords } from '@/lib/domain/verification-phrase'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact, type Work } from '@/lib/transact'

const Input = z.object({ caseId: z.uuid() })

/**
 * An agent begins to find out who is calling. One at a time per case; one that ran out makes room.
 *
 * @throws {AppError} refused — case_closed · verification_open
 */
export async function startVerification(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { caseId } = parse(Input, input)

  await transact(actor, async (work) => {
    const found = await lockCase(work.tx, actor, caseId)
    work.permit('verification.start', found)
    if (found.state === 'closed') throw new AppError('refused', 'case_closed', { detail: { caseId } })
    await endExpired(work, caseId)

    const [verification] = await work.tx
      .insert(verifications)
      .values({
        caseId,
        personId: found.personId,
        agentId: actor.personId,
        startedAt: work.now,
        expiresAt: addMinutes(work.now, gatherMinutes),
        phrase: phraseOf(randomInt(phraseWords.length), randomInt(phraseWords.length)),
      })
      .returning()
    if (!verification) throw new Error('an inserted verification must come back')
    work.record(
      'verification.started',
      { kind: 'verification', id: verification.id, oid: found.person.entraId },
      { detail: { case: caseId, minutes: gatherMinutes } },
    )
  })
}

async function endExpired({ tx, now }: Work, caseId: string): Promise<void> {
  const [open] = await tx
    .select()
    .from(verifications)
    .where(and(eq(verifications.caseId, caseId), isNull(verifications.endedAt)))
    .for('update')
  if (!open) return
  if (readVerification(open, now) !== 'expired')
    throw new AppError('refused', 'verification_open', { detail: { verificationId: open.id } })
  await tx
    .update(verifications)
    .set({ endedAt: open.expiresAt, endedWhy: 'expired' })
    .where(eq(verifications.id, open.id))
}
