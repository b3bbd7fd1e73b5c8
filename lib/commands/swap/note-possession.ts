import { eq } from 'drizzle-orm'
import { swapEvidence, swaps } from '@/db/schema/swaps'
import type { Work } from '@/lib/transact'

type Swap = Pick<typeof swaps.$inferSelect, 'id' | 'hasOldPhone'>

/**
 * Writes down whether the old phone is in the person's hands. From when it is not is evidence: what was answered
 * before that may have been answered on it.
 */
export async function notePossession({ tx, now }: Work, swap: Swap, hasOldPhone: boolean): Promise<void> {
  if (swap.hasOldPhone === hasOldPhone) return
  await tx.update(swaps).set({ hasOldPhone }).where(eq(swaps.id, swap.id))
  if (hasOldPhone) return
  await tx.insert(swapEvidence).values({ swapId: swap.id, kind: 'old_phone_gone', at: now, detail: {} })
}
