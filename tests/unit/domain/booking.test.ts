import { describe, expect, test } from 'vitest'
import {
  type Booking,
  bookRefusal,
  cancelRefusal,
  changeUntil,
  chooseRefusal,
  delegateRefusal,
  isMove,
  movesLeft,
} from '@/lib/domain/booking'

const now = new Date('2026-11-22T09:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const rules = { slotMovesMax: 3, slotMoveHours: 24 }
const context = { rules, now }
const free = { endsAt: hours(80), capacity: 2, booked: 1 }
const invited: Booking = { state: 'invited', slot: null, slotMoves: 0, slotSequence: 0 }
const booked: Booking = {
  state: 'booked',
  slot: { startsAt: hours(48), endsAt: hours(51) },
  slotMoves: 0,
  slotSequence: 1,
}
const inHours = (count: number): Booking => ({
  ...booked,
  slot: { startsAt: hours(count), endsAt: hours(count + 3) },
})

describe('choosing a slot', () => {
  test('is open to whoever has none', () => expect(bookRefusal(invited, free, context)).toBeNull())

  test('is no move the first time, and one ever after, even after giving the slot up', () => {
    expect(isMove(invited)).toBe(false)
    expect(isMove(booked)).toBe(true)
    expect(isMove({ ...booked, slot: null })).toBe(true)
  })

  test('ends with the last move; an Owner can allow none at all', () => {
    expect(movesLeft({ slotMoves: 2 }, rules)).toBe(1)
    expect(chooseRefusal({ ...booked, slotMoves: 2 }, context)).toBeNull()
    expect(chooseRefusal({ ...booked, slotMoves: 3 }, context)).toBe('booking_no_moves')
    // Whoever has given the last one up must not read that it stays.
    expect(chooseRefusal({ ...booked, slot: null, slotMoves: 3 }, context)).toBe('booking_no_moves_no_slot')
    const none = { rules: { ...rules, slotMovesMax: 0 }, now }
    expect(chooseRefusal(invited, none)).toBeNull()
    expect(chooseRefusal(booked, none)).toBe('booking_no_moves')
    // Fewer allowed than were made already: none left, not less than none.
    expect(movesLeft({ slotMoves: 3 }, { ...rules, slotMovesMax: 1 })).toBe(0)
  })

  test('is over for a day before the slot and during it, to the very minute', () => {
    expect(chooseRefusal(inHours(25), context)).toBeNull()
    expect(chooseRefusal(inHours(24), context)).toBe('booking_too_late')
    expect(chooseRefusal(inHours(-1), context)).toBe('booking_too_late')
    expect(changeUntil({ startsAt: hours(24) }, rules)).toEqual(now)
  })

  test('is open again to whoever missed theirs', () => {
    expect(chooseRefusal(inHours(-3), context)).toBeNull()
  })

  test.each(['safe_to_wipe', 'returned', 'closed'])('is not needed when %s', (state) => {
    expect(chooseRefusal({ ...invited, state }, context)).toBe('booking_not_needed')
    expect(cancelRefusal({ ...booked, state }, context)).toBe('booking_not_needed')
  })

  test('refuses what is full and what is over', () => {
    expect(bookRefusal(invited, { ...free, booked: 2 }, context)).toBe('slot_full')
    expect(bookRefusal(invited, { ...free, endsAt: now }, context)).toBe('window_over')
  })
})

describe('giving a slot up', () => {
  test('needs one', () => expect(cancelRefusal(invited, context)).toBe('booking_none'))
  test('needs no move', () => expect(cancelRefusal({ ...booked, slotMoves: 3 }, context)).toBeNull())
  test('is over a day before', () => expect(cancelRefusal(inHours(23), context)).toBe('booking_too_late'))
})

test('nobody brings their own phone for themselves, and only who can come brings one', () => {
  const someone = { id: 'b', userType: 'member', isEnabled: true, leftAt: null }
  const swap = { personId: 'a' }
  expect(delegateRefusal(someone, swap)).toBeNull()
  expect(delegateRefusal({ ...someone, id: 'a' }, swap)).toBe('delegate_self')
  for (const unfit of [{ leftAt: now }, { isEnabled: false }, { userType: 'guest' }])
    expect(delegateRefusal({ ...someone, ...unfit }, swap)).toBe('delegate_cannot_come')
})
