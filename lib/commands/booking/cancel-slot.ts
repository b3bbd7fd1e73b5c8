import { eq, sql } from 'drizzle-orm'
import { swaps } from '@/db/schema/swaps'
import { settleSwap } from '@/lib/commands/swap/settle-swap'
import { freeSeatsOf } from '@/lib/commands/window/take-seats'
import type { PersonActor } from '@/lib/domain/actor'
import { cancelRefusal } from '@/lib/domain/booking'
import { AppError } from '@/lib/errors'
import { readSettings } from '@/lib/queries/settings'
import { transact } from '@/lib/transact'
import { lockOwnBooking } from './lock-own-booking'

/**
 * The employee gives their slot up. The seat is free for somebody else, and they are invited again.
 *
 * @throws {AppError} refused — with the reason from `cancelRefusal`
 */
export async function cancelSlot(actor: PersonActor): Promise<void> {
  await transact(actor, async (work) => {
    const { swap, booking } = await lockOwnBooking(work, actor)
    work.permit('booking.change', swap)
    const rules = await readSettings(work.tx)
    const refusal = cancelRefusal(booking, { rules, now: work.now })
    if (refusal) throw new AppError('refused', refusal, { values: { hours: rules.slotMoveHours } })

    await freeSeatsOf(work, [swap])
    await work.tx
      .update(swaps)
      .set({ windowId: null, slotSequence: sql`${swaps.slotSequence} + 1`, slotChangedAt: work.now })
      .where(eq(swaps.id, swap.id))
    work.record(
      'booking.cancelled',
      { kind: 'swap', id: swap.id, oid: actor.entraId },
      { detail: { wave: swap.waveId, from: swap.windowId } },
    )
    await settleSwap(work, actor.personId)
  })
}
