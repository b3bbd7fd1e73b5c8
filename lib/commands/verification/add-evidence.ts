import { eq } from 'drizzle-orm'
import { verificationEvidence, verifications } from '@/db/schema/desk'
import { addMinutes } from '@/lib/clock'
import { missingEvidence, type VerificationKind, verifiedMinutes } from '@/lib/domain/verification'
import type { Work } from '@/lib/transact'

type Row = typeof verifications.$inferSelect
type Evidence = { kind: VerificationKind; isObserved: boolean; byId: string }
type Given = readonly { kind: string; isObserved: boolean }[]

/**
 * Adds one piece of evidence; with the one that was missing the caller is verified from now on. The caller
 * holds the verification's row and has decided that the evidence may be given.
 */
export async function addEvidence(
  { tx, now, record }: Work,
  verification: Row,
  { given, evidence, oid }: { given: Given; evidence: Evidence; oid: string },
): Promise<void> {
  await tx.insert(verificationEvidence).values({ verificationId: verification.id, ...evidence, at: now })
  const target = { kind: 'verification', id: verification.id, oid }
  record('verification.evidence_given', target, {
    known: evidence.isObserved ? 'proved' : 'attested',
    detail: { kind: evidence.kind },
  })
  if (verification.verifiedAt || missingEvidence([...given, evidence]).length > 0) return

  await tx
    .update(verifications)
    .set({ verifiedAt: now, expiresAt: addMinutes(now, verifiedMinutes) })
    .where(eq(verifications.id, verification.id))
  record('verification.passed', target, {
    detail: { kinds: [...given.map(({ kind }) => kind), evidence.kind].join(' '), minutes: verifiedMinutes },
  })
}
