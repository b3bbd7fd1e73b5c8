import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { confirmations, verifications } from '@/db/schema/desk'
import { people } from '@/db/schema/people'
import type { PersonActor } from '@/lib/domain/actor'
import { answerRefusal, observedKinds, refuse } from '@/lib/domain/verification'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { addEvidence } from './add-evidence'
import { lockRow } from './lock-verification'

const Input = z.object({ confirmationId: z.uuid(), answer: z.enum(['yes', 'no'], 'choose_one') })

/**
 * The manager, or the person themselves, answers in their own signed-in portal. A no ends the verification as
 * failed, and with it everything it had opened.
 *
 * @throws {AppError} forbidden — step_up_needed: a manager answers right after signing in
 */
export async function answerConfirmation(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { confirmationId, answer } = parse(Input, input)

  await transact(actor, async (work) => {
    const { question, verification, given, oid } = await lockQuestion(work.tx, actor, confirmationId)
    const kind = z.enum(observedKinds).parse(question.kind)
    const permission =
      kind === 'manager_confirmation' ? 'confirmation.answer_manager' : 'confirmation.answer_own'
    work.permit(permission, question)
    refuse(answerRefusal(verification, question, work.now), { confirmationId })

    await work.tx
      .update(confirmations)
      .set({ answer, answeredAt: work.now })
      .where(eq(confirmations.id, question.id))
    const target = { kind: 'verification', id: verification.id, oid }
    work.record('verification.answered', target, { detail: { kind, answer, confirmation: question.id } })

    if (answer === 'yes') {
      const evidence = { kind, isObserved: true, byId: actor.personId }
      return addEvidence(work, verification, { given, evidence, oid })
    }
    await work.tx
      .update(verifications)
      .set({ endedAt: work.now, endedWhy: 'failed', endedReason: 'answered_no' })
      .where(eq(verifications.id, verification.id))
    work.record('verification.ended', target, {
      known: 'proved',
      outcome: 'failed',
      detail: { why: 'failed', reason: 'answered_no', kind },
    })
  })
}

async function lockQuestion(tx: Tx, actor: PersonActor, confirmationId: string) {
  const [seen] = await tx
    .select({ verificationId: confirmations.verificationId, askedId: confirmations.askedId })
    .from(confirmations)
    .where(eq(confirmations.id, confirmationId))
  if (!seen || seen.askedId !== actor.personId) throw new AppError('not_found', 'not_found')

  const { verification, given } = await lockRow(tx, seen.verificationId)
  const [question] = await tx
    .select()
    .from(confirmations)
    .where(eq(confirmations.id, confirmationId))
    .for('update')
  const [person] = await tx
    .select({ oid: people.entraId })
    .from(people)
    .where(eq(people.id, verification.personId))
  if (!question || !person) throw new Error('a question and its person must still be there')
  return { question, verification, given, oid: person.oid }
}
