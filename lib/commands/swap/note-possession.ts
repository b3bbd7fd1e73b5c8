import { swapEvidence, type swaps } from '@/db/schema/swaps'
import type { Work } from '@/lib/transact'

type Swap = Pick<typeof swaps.$inferSelect, 'id' | 'hasOldPhone'>

/**
 * Writes down from when the old phone is no longer in the person's hands, for a swap as it was before. It is
 * evidence: what was answered before that may have been answered on it.
 */
export async function notePossession({ tx, now }: Work, swap: Swap, hasOldPhone: boolean): Promise<void> {
  if (hasOldPhone || swap.hasOldPhone === false) return
  await tx.insert(swapEvidence).values({ swapId: swap.id, kind: 'old_phone_gone', at: now, detail: {} })
}
