import type { SwapState } from './swap'
import { seatRefusal } from './window'

/** What an Owner allows (lib/domain/settings.ts). */
export type BookingRules = { slotMovesMax: number; slotMoveHours: number }

/** What a person's booking stands on: the slot they have, and what became of it so far. */
export type Booking = {
  state: string
  /** Null while they have no slot. */
  slot: { startsAt: Date; endsAt: Date } | null
  slotMoves: number
  slotSequence: number
}

export type BookingContext = { rules: BookingRules; now: Date }

/** Whoever is through needs no time for it any more. */
const throughStates: readonly SwapState[] = ['safe_to_wipe', 'returned', 'closed']

/** How many moves are left. */
export function movesLeft({ slotMoves }: Pick<Booking, 'slotMoves'>, { slotMovesMax }: BookingRules): number {
  return Math.max(0, slotMovesMax - slotMoves)
}

/** Whether choosing a slot now counts as a move: there was one before, and giving it up does not make it undone. */
export function isMove({ slot, slotSequence }: Booking): boolean {
  return slot !== null || slotSequence > 0
}

/** Until when a slot can be moved or given up. */
export function changeUntil({ startsAt }: { startsAt: Date }, { slotMoveHours }: BookingRules): Date {
  return new Date(startsAt.getTime() - slotMoveHours * 3_600_000)
}

/** Why nobody can choose a slot for this move now, whichever it is, or null when they can. */
export function chooseRefusal(booking: Booking, { rules, now }: BookingContext) {
  if (throughStates.some((state) => state === booking.state)) return 'booking_not_needed'
  if (isTooLate(booking, { rules, now })) return 'booking_too_late'
  if (isMove(booking) && movesLeft(booking, rules) === 0)
    return booking.slot ? 'booking_no_moves' : 'booking_no_moves_no_slot'
  return null
}

/** Why this slot cannot be chosen now, or null when it can. Only windows of one's own wave are ever asked about. */
export function bookRefusal(
  booking: Booking,
  wanted: { endsAt: Date; capacity: number; booked: number },
  context: BookingContext,
) {
  const refusal = chooseRefusal(booking, context)
  if (refusal) return refusal
  const seat = seatRefusal(wanted, 1, context.now)
  return seat === 'window_full' ? 'slot_full' : seat
}

/** Why the slot cannot be given up now, or null when it can. Giving it up needs no move: the seat is for somebody else. */
export function cancelRefusal(booking: Booking, context: BookingContext) {
  if (!booking.slot) return 'booking_none'
  if (throughStates.some((state) => state === booking.state)) return 'booking_not_needed'
  return isTooLate(booking, context) ? 'booking_too_late' : null
}

/** Shortly before and during the slot everything is prepared for it. Whoever missed it may choose another. */
function isTooLate({ slot }: Booking, { rules, now }: BookingContext): boolean {
  return slot !== null && now >= changeUntil(slot, rules) && now < slot.endsAt
}

type Someone = {
  id: string
  userType: string
  isEnabled: boolean
  leftAt: Date | null
}

/** Why somebody cannot bring the phone for this person, or null when they can. */
export function delegateRefusal(delegate: Someone, { personId }: { personId: string }) {
  if (delegate.id === personId) return 'delegate_self'
  if (delegate.leftAt || !delegate.isEnabled || delegate.userType === 'guest') return 'delegate_cannot_come'
  return null
}
