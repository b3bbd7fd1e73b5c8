import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { verificationEvidence, verifications } from '@/db/schema/desk'
import { type LockedCase, lockCase } from '@/lib/commands/case/lock-case'
import type { PersonActor } from '@/lib/domain/actor'
import { AppError } from '@/lib/errors'

export type LockedVerification = {
  verification: typeof verifications.$inferSelect
  given: (typeof verificationEvidence.$inferSelect)[]
  found: LockedCase
}

/**
 * A verification with its evidence, its case and person, for somebody of the desk, held until the commit.
 *
 * @throws {AppError} not_found — absent, or not theirs to see
 */
export async function lockVerification(
  tx: Tx,
  actor: PersonActor,
  verificationId: string,
): Promise<LockedVerification> {
  const [seen] = await tx.select().from(verifications).where(eq(verifications.id, verificationId))
  if (!seen) throw new AppError('not_found', 'not_found')
  const found = await lockCase(tx, actor, seen.caseId)
  const { verification, given } = await lockRow(tx, verificationId)
  return { verification, given, found }
}

/** The verification alone with its evidence, held until the commit. The caller answers for who may see it. */
export async function lockRow(tx: Tx, verificationId: string) {
  const [verification] = await tx
    .select()
    .from(verifications)
    .where(eq(verifications.id, verificationId))
    .for('update')
  if (!verification) throw new AppError('not_found', 'not_found')
  const given = await tx
    .select()
    .from(verificationEvidence)
    .where(eq(verificationEvidence.verificationId, verificationId))
  return { verification, given }
}
