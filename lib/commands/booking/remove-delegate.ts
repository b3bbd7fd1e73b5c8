import { eq } from 'drizzle-orm'
import { swaps } from '@/db/schema/swaps'
import { lockOwnSwap } from '@/lib/commands/swap/lock-own-swap'
import type { PersonActor } from '@/lib/domain/actor'
import { transact } from '@/lib/transact'

/** The employee brings the phone themselves after all. Safe to repeat. */
export async function removeDelegate(actor: PersonActor): Promise<void> {
  await transact(actor, async (work) => {
    const swap = await lockOwnSwap(work, actor)
    work.permit('booking.change', swap)
    if (!swap.delegateId) return work.unchanged()
    await work.tx.update(swaps).set({ delegateId: null }).where(eq(swaps.id, swap.id))
    work.record('booking.delegate_removed', { kind: 'swap', id: swap.id, oid: actor.entraId })
  })
}
