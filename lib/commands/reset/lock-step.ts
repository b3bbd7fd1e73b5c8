import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { verifications } from '@/db/schema/desk'
import { people } from '@/db/schema/people'
import { resetSteps, resets } from '@/db/schema/resets'
import type { Actor } from '@/lib/domain/actor'
import { isDeskStaff } from '@/lib/domain/case'
import { AppError } from '@/lib/errors'

export type LockedStep = {
  step: typeof resetSteps.$inferSelect
  /** Of the same reset, in order. */
  steps: (typeof resetSteps.$inferSelect)[]
  reset: typeof resets.$inferSelect
  oid: string
}

/**
 * A step with its whole reset, held until the commit.
 *
 * @throws {AppError} not_found — absent, or not theirs to see
 */
export async function lockStep(tx: Tx, actor: Actor, stepId: string): Promise<LockedStep> {
  if (actor.kind !== 'job' && !isDeskStaff(actor)) throw new AppError('not_found', 'not_found')
  const [seen] = await tx
    .select({ resetId: resetSteps.resetId })
    .from(resetSteps)
    .where(eq(resetSteps.id, stepId))
  if (!seen) throw new AppError('not_found', 'not_found')
  const { reset, oid } = await lockReset(tx, actor, seen.resetId)
  const steps = await tx
    .select()
    .from(resetSteps)
    .where(eq(resetSteps.resetId, reset.id))
    .orderBy(asc(resetSteps.position))
    .for('update')
  const step = steps.find(({ id }) => id === stepId)
  if (!step) throw new Error('a step must be among the steps of its reset')
  return { step, steps, reset, oid }
}

/** A reset, held until the commit. @throws {AppError} not_found — absent, or not theirs to see */
export async function lockReset(tx: Tx, actor: Actor, resetId: string) {
  if (actor.kind !== 'job' && !isDeskStaff(actor)) throw new AppError('not_found', 'not_found')
  const [row] = await tx
    .select({ reset: resets, oid: people.entraId })
    .from(resets)
    .innerJoin(people, eq(people.id, resets.personId))
    .where(eq(resets.id, resetId))
    .for('update', { of: resets })
  if (!row) throw new AppError('not_found', 'not_found')
  return row
}

/** The case's open verification, held so that a "no" and a write cannot pass each other. */
export async function lockOpenVerification(tx: Tx, caseId: string) {
  const [row] = await tx
    .select()
    .from(verifications)
    .where(and(eq(verifications.caseId, caseId), isNull(verifications.endedAt)))
    .for('update')
  return row ?? null
}
