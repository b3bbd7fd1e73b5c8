import { asc, desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { confirmations, verificationEvidence, verifications } from '@/db/schema/desk'
import { people } from '@/db/schema/people'
import { readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import {
  askRefusal,
  evidenceRefusal,
  missingEvidence,
  observedKinds,
  readVerification,
  type VerificationKind,
  type VerificationState,
  verificationKinds,
} from '@/lib/domain/verification'
import type { MessageCode } from '@/lib/i18n/messages'
import { deskRefusal } from './desk-refusal'

/** One kind of evidence, and how it stands in a verification. */
export type EvidenceOption = {
  kind: VerificationKind
  isObserved: boolean
  given: { at: string; by: string } | null
  /** Who was asked, and what they said. */
  asked: { name: string; at: string; answer: string | null } | null
  /** Why it cannot be given or asked for now, or null. */
  refusal: MessageCode | null
}

/** The latest attempt in a case to find out who is calling. */
export type VerificationView = {
  id: string
  state: VerificationState
  phrase: string
  agentName: string
  startedAt: string
  /** Until when evidence can be gathered or, once verified, until when that holds. */
  expiresAt: string
  endedAt: string | null
  endedReason: string | null
  missing: ReturnType<typeof missingEvidence>
  options: EvidenceOption[]
  /** Why the actor cannot end it, or null. */
  endRefusal: MessageCode | null
}

export type Verified = Pick<typeof people.$inferSelect, 'id' | 'displayName' | 'isEnabled' | 'leftAt'>

const agents = alias(people, 'agents')

/**
 * The latest verification of a case, null when there was none. The caller answers for who may see the case.
 *
 * @param person whom it is about
 * @param manager their manager, null when the directory names none
 */
export async function findVerification(
  actor: PersonActor,
  caseId: string,
  { person, manager }: { person: Verified; manager: Verified | null },
): Promise<VerificationView | null> {
  const [row] = await db
    .select({ verification: verifications, agentName: agents.displayName })
    .from(verifications)
    .innerJoin(agents, eq(agents.id, verifications.agentId))
    .where(eq(verifications.caseId, caseId))
    .orderBy(desc(verifications.startedAt))
    .limit(1)
  if (!row) return null
  const { verification, agentName } = row
  const given = await listGiven(verification.id)
  const asked = await listAsked(verification.id)
  const now = readClock()
  const forbidden = deskRefusal(actor, now, 'verification.give_evidence', verification)

  const optionOf = (kind: VerificationKind): EvidenceOption => {
    const found = given.find((evidence) => evidence.kind === kind)
    const question = asked.find((one) => one.kind === kind)
    const observed = observedKinds.find((one) => one === kind)
    const whom = kind === 'manager_confirmation' ? manager : person
    return {
      kind,
      isObserved: observed !== undefined,
      given: found ? { at: found.at.toISOString(), by: found.by } : null,
      asked: question
        ? { name: question.name, at: question.askedAt.toISOString(), answer: question.answer }
        : null,
      refusal:
        forbidden ??
        evidenceRefusal(verification, given, kind, now) ??
        (question ? 'confirmation_asked' : null) ??
        (observed ? askRefusal(observed, whom, verification.agentId) : null) ??
        (observed ? askRefusal(observed, whom, actor.personId) : null),
    }
  }
  return {
    id: verification.id,
    state: readVerification(verification, now),
    phrase: verification.phrase,
    agentName,
    startedAt: verification.startedAt.toISOString(),
    expiresAt: verification.expiresAt.toISOString(),
    endedAt: verification.endedAt?.toISOString() ?? null,
    endedReason: verification.endedReason,
    missing: missingEvidence(given),
    options: verificationKinds.map(optionOf),
    endRefusal: deskRefusal(actor, now, 'verification.end', verification),
  }
}

function listGiven(verificationId: string) {
  return db
    .select({
      kind: verificationEvidence.kind,
      isObserved: verificationEvidence.isObserved,
      at: verificationEvidence.at,
      by: people.displayName,
    })
    .from(verificationEvidence)
    .innerJoin(people, eq(people.id, verificationEvidence.byId))
    .where(eq(verificationEvidence.verificationId, verificationId))
    .orderBy(asc(verificationEvidence.at))
}

function listAsked(verificationId: string) {
  return db
    .select({
      kind: confirmations.kind,
      askedAt: confirmations.askedAt,
      answer: confirmations.answer,
      name: people.displayName,
    })
    .from(confirmations)
    .innerJoin(people, eq(people.id, confirmations.askedId))
    .where(eq(confirmations.verificationId, verificationId))
}
