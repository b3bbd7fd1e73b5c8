import { eq } from 'drizzle-orm'
import { swaps } from '@/db/schema/swaps'
import { queueMessage } from '@/lib/commands/message/queue-message'
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
    const { swap, booking, current } = await lockOwnBooking(work, actor)
    work.permit('booking.change', swap)
    const rules = await readSettings(work.tx)
    const refusal = cancelRefusal(booking, { rules, now: work.now })
    if (refusal) throw new AppError('refused', refusal, { values: { hours: rules.slotMoveHours } })
    if (!current) throw new Error('a slot that can be given up must have a window')

    const sequence = swap.slotSequence + 1
    await freeSeatsOf(work, [swap])
    await work.tx
      .update(swaps)
      .set({ windowId: null, slotSequence: sequence, slotChangedAt: work.now })
      .where(eq(swaps.id, swap.id))
    work.record(
      'booking.cancelled',
      { kind: 'swap', id: swap.id, oid: actor.entraId },
      { detail: { wave: swap.waveId, from: current.id } },
    )
    await queueMessage(work, {
      kind: 'booking_cancelled',
      personId: actor.personId,
      params: { swapId: swap.id, windowId: current.id, sequence },
    })
    await settleSwap(work, actor.personId)
  })
}
