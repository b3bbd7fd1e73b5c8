import { eq } from 'drizzle-orm'
import { caseReferences } from '@/db/schema/references'
import type { PersonActor } from '@/lib/domain/actor'
import { caseReasonIn, urgencyOf } from '@/lib/domain/case'
import { assertLinkable, referenceIn } from '@/lib/domain/reference'
import type { Work } from '@/lib/transact'
import type { LockedCase } from './lock-case'
import { raiseCase } from './raise-case'

type Taking = {
  found: Pick<LockedCase, 'id' | 'number' | 'personId' | 'urgentAt'>
  entraId: string
  /** As the caller said it. */
  said: string
}

/**
 * Puts the reference a caller said to their locked case. It proves nothing about who calls. Safe to repeat.
 *
 * @throws {AppError} refused — with the reason from `linkRefusal`
 */
export async function takeReference(
  work: Work,
  actor: PersonActor,
  { found, entraId, said }: Taking,
): Promise<void> {
  const { tx, now, record, unchanged } = work
  const code = referenceIn(said)
  const [row] = code
    ? await tx.select().from(caseReferences).where(eq(caseReferences.code, code)).for('update')
    : []
  const reference = assertLinkable(row ?? null, found.id, now)
  if (reference.caseId) return unchanged()

  await tx
    .update(caseReferences)
    .set({ caseId: found.id, linkedAt: now, linkedById: actor.personId })
    .where(eq(caseReferences.id, reference.id))
  record(
    'reference.linked',
    { kind: 'reference', id: reference.id, oid: entraId },
    { detail: { code: reference.code, case: found.number } },
  )
  const why = urgencyOf(caseReasonIn(reference.problem))
  if (why) await raiseCase(work, { found, entraId, why })
}
