import { describe, expect, test } from 'vitest'
import {
  assertSeats,
  assertWindow,
  freeSeats,
  seatRefusal,
  windowName,
  windowRefusal,
} from '@/lib/domain/window'

const now = new Date('2026-11-22T10:00:00Z')
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
const plan = { startsAt: at(24), endsAt: at(27), capacity: 10 }

describe('a window can be planned', () => {
  test.each([
    ['in the future', plan, null],
    ['while it is already open', { ...plan, startsAt: at(-1), endsAt: at(1) }, null],
    ['up to 16 hours long', { ...plan, endsAt: at(40) }, null],
  ])('%s', (_when, window, refusal) => expect(windowRefusal(window, now)).toBe(refusal))
})

describe('a window is refused', () => {
  test.each([
    ['that ends as it starts', { ...plan, endsAt: plan.startsAt }, 'window_ends_before_start', 'end'],
    ['longer than 16 hours', { ...plan, endsAt: at(40.01) }, 'window_too_long', 'end'],
    ['that is over this very instant', { ...plan, startsAt: at(-3), endsAt: now }, 'window_in_past', 'day'],
  ])('%s', (_what, window, refusal, field) => {
    expect(windowRefusal(window, now)).toBe(refusal)
    expect(() => assertWindow(window, now)).toThrow(
      expect.objectContaining({ kind: 'invalid', fields: { [field]: refusal } }),
    )
  })
})

describe('seats', () => {
  const window = { capacity: 10, booked: 7, endsAt: at(27) }

  test('as many as are free can be taken at once, and not one more', () => {
    expect(freeSeats(window)).toBe(3)
    expect(seatRefusal(window, 3, now)).toBeNull()
    expect(seatRefusal(window, 4, now)).toBe('window_full')
  })

  test('the refusal says how many would fit', () => {
    expect(() => assertSeats(window, 4, now)).toThrow(
      expect.objectContaining({ code: 'window_full', values: { free: 3, asked: 4 } }),
    )
  })

  test('none is free in a window that is over', () => {
    expect(seatRefusal({ ...window, endsAt: now }, 1, now)).toBe('window_over')
  })
})

test('a window without a name is called after place and time', () => {
  expect(windowName({ site: 'Milan', day: '2026-12-14', start: '09:00' })).toBe('Milan 2026-12-14 09:00')
})
