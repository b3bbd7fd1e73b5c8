import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { swaps } from '@/db/schema/swaps'
import { queueMessage } from '@/lib/commands/message/queue-message'
import { settleSwap } from '@/lib/commands/swap/settle-swap'
import { freeSeatsOf, takeSeats } from '@/lib/commands/window/take-seats'
import type { PersonActor } from '@/lib/domain/actor'
import { bookRefusal, isMove, movesLeft } from '@/lib/domain/booking'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { readSettings } from '@/lib/queries/settings'
import { transact } from '@/lib/transact'
import { lockOwnBooking } from './lock-own-booking'

const Input = z.object({ windowId: z.uuid('choose_one') })

/**
 * The employee chooses a slot, or moves to another one of their wave. Of two who ask for the last seat, the
 * second is refused and keeps what they had.
 *
 * @throws {AppError} refused — with the reason from `bookRefusal`
 */
export async function bookSlot(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { windowId } = parse(Input, input)
  await transact(actor, async (work) => {
    const { swap, booking, current, wanted } = await lockOwnBooking(work, actor, windowId)
    work.permit('booking.change', swap)
    if (!wanted) throw new AppError('invalid', 'invalid_input', { fields: { windowId: 'window_unknown' } })
    if (current?.id === wanted.id) return work.unchanged()

    const rules = await readSettings(work.tx)
    const refusal = bookRefusal(booking, wanted, { rules, now: work.now })
    if (refusal) throw new AppError('refused', refusal, { values: { hours: rules.slotMoveHours } })

    await takeSeats(work, wanted, 1)
    await freeSeatsOf(work, [swap])
    const moves = isMove(booking) ? 1 : 0
    const sequence = swap.slotSequence + 1
    await work.tx
      .update(swaps)
      .set({
        windowId: wanted.id,
        slotMoves: swap.slotMoves + moves,
        slotSequence: sequence,
        slotChangedAt: work.now,
      })
      .where(eq(swaps.id, swap.id))
    work.record(
      current ? 'booking.moved' : 'booking.booked',
      { kind: 'swap', id: swap.id, oid: actor.entraId },
      {
        detail: {
          wave: swap.waveId,
          from: current?.id ?? null,
          to: wanted.id,
          movesLeft: movesLeft(booking, rules) - moves,
        },
      },
    )
    await queueMessage(work, {
      kind: current ? 'booking_moved' : 'booking_confirmed',
      personId: actor.personId,
      params: { swapId: swap.id, windowId: wanted.id, sequence },
    })
    await settleSwap(work, actor.personId)
  })
}
