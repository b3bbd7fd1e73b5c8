import { swaps } from '@/db/schema/swaps'
import { readGate } from '@/lib/domain/gate'
import { advance, type CloseReason } from '@/lib/domain/swap'
import { isAnyOf } from '@/lib/queries/any-of'
import { readEvidence } from '@/lib/queries/evidence'
import type { Work } from '@/lib/transact'
import { freeSeatsOf } from '../window/take-seats'

type Swap = typeof swaps.$inferSelect
type Closing = { swap: Swap; entraId: string }

/** Closes locked swaps for one reason, gives their seats back, and says so for each. `words` are kept apart from the log. */
export async function closeMembers(
  work: Work,
  closing: readonly Closing[],
  { reason, words = null }: { reason: CloseReason; words?: string | null },
): Promise<void> {
  const [first] = closing
  if (!first) return
  const { tx, now, record } = work
  const facts = { isPublished: true, isBooked: false, isBegun: false, isReturned: false, isClosed: true }
  // Closed is closed whatever the gate shows; the rule says so, and what each swap had reached stays in the log.
  const state = advance(facts, readGate(await readEvidence(tx, first.swap, now)))
  const ids = closing.map(({ swap }) => swap.id)
  await tx
    .update(swaps)
    .set({ state, stateSince: now, closedAt: now, closedWhy: reason })
    .where(isAnyOf(swaps.id, ids, 'uuid'))
  await freeSeatsOf(
    work,
    closing.map(({ swap }) => swap),
  )
  for (const { swap, entraId } of closing) {
    record(
      'swap.closed',
      { kind: 'swap', id: swap.id, oid: entraId },
      { detail: { wave: swap.waveId, reason, from: swap.state }, ...(words && { personal: { words } }) },
    )
  }
}
