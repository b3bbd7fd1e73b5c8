import { and, desc, eq, gte } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { cases, confirmations, verifications } from '@/db/schema/desk'
import { people } from '@/db/schema/people'
import { addMinutes, readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import { type CaseReason, caseName, caseReasonIn } from '@/lib/domain/case'
import { judge } from '@/lib/domain/permissions'
import { answerRefusal, type ObservedKind, observedKinds } from '@/lib/domain/verification'
import { AppError } from '@/lib/errors'
import { parseId } from '@/lib/parse'

/** A question put to the actor: is this your colleague, or is this you? */
export type ConfirmationView = {
  id: string
  kind: ObservedKind
  /** Two words that the agent has on their screen as well. */
  phrase: string
  agentName: string
  personName: string
  caseName: string
  reason: CaseReason
  askedAt: string
  /** Until when it can be answered. */
  expiresAt: string
  answer: 'yes' | 'no' | null
  answeredAt: string | null
  /** Why it cannot be answered now, or null. */
  refusal: 'confirmation_answered' | 'confirmation_over' | 'step_up_needed' | null
}

const agents = alias(people, 'agents')

/** One question put to the actor. @throws {AppError} not_found — absent, or put to somebody else */
export async function getConfirmation(actor: PersonActor, confirmationId: string): Promise<ConfirmationView> {
  const [row] = await select(actor, eq(confirmations.id, parseId(confirmationId)))
  if (!row) throw new AppError('not_found', 'not_found')
  return viewOf(row, actor)
}

/** The questions put to the actor within the last day, latest first, ten at most. Empty for almost everybody. */
export async function listMyConfirmations(actor: PersonActor): Promise<ConfirmationView[]> {
  const rows = await select(actor, gte(confirmations.askedAt, addMinutes(readClock(), -24 * 60)))
  return rows.map((row) => viewOf(row, actor))
}

function select({ personId }: PersonActor, where: Parameters<typeof and>[0]) {
  return db
    .select({
      question: confirmations,
      verification: verifications,
      found: cases,
      personName: people.displayName,
      agentName: agents.displayName,
    })
    .from(confirmations)
    .innerJoin(verifications, eq(verifications.id, confirmations.verificationId))
    .innerJoin(cases, eq(cases.id, verifications.caseId))
    .innerJoin(people, eq(people.id, verifications.personId))
    .innerJoin(agents, eq(agents.id, verifications.agentId))
    .where(and(eq(confirmations.askedId, personId), where))
    .orderBy(desc(confirmations.askedAt))
    .limit(10)
}

type Row = Awaited<ReturnType<typeof select>>[number]

function viewOf({ question, verification, found, personName, agentName }: Row, actor: PersonActor) {
  const kind = observedKinds.find((known) => known === question.kind) ?? 'own_session'
  const view: ConfirmationView = {
    id: question.id,
    kind,
    phrase: verification.phrase,
    agentName,
    personName,
    caseName: caseName(found.number),
    reason: caseReasonIn(found.reason),
    askedAt: question.askedAt.toISOString(),
    expiresAt: verification.expiresAt.toISOString(),
    answer: question.answer === 'yes' || question.answer === 'no' ? question.answer : null,
    answeredAt: question.answeredAt?.toISOString() ?? null,
    refusal: refusalOf({ question, verification }, kind, actor),
  }
  return view
}

function refusalOf(
  { question, verification }: Pick<Row, 'question' | 'verification'>,
  kind: ObservedKind,
  actor: PersonActor,
): ConfirmationView['refusal'] {
  const now = readClock()
  const refusal = answerRefusal(verification, question, now)
  if (refusal || kind === 'own_session') return refusal
  const verdict = judge(actor, now, 'confirmation.answer_manager', question)
  return verdict === 'step_up_needed' ? verdict : null
}
