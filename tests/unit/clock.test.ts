import { describe, expect, test } from 'vitest'
import { instantOf, localOf, readClock, runAt } from '@/lib/clock'

test('the clock can be set for a piece of work, and for nothing beside it', async () => {
  const past = new Date('2026-01-01T00:00:00Z')
  const inside = await runAt(past, async () => readClock())
  expect(inside).toEqual(past)
  expect(readClock().getTime()).toBeGreaterThan(past.getTime())
})

describe('a wall clock shows an hour', () => {
  // Rome: summer time begins 2027-03-28 at 02:00 and ends 2027-10-31 at 03:00. https://eur-lex.europa.eu/eli/dir/2000/84/oj
  test('once on an ordinary day', () => {
    expect(instantOf('2027-05-03T09:00', 'Europe/Rome')).toEqual({
      ok: true,
      instant: new Date('2027-05-03T07:00:00Z'),
    })
    expect(instantOf('2027-05-03T09:00', 'Asia/Kolkata')).toEqual({
      ok: true,
      instant: new Date('2027-05-03T03:30:00Z'),
    })
  })
  test('never, when the clocks jump over it', () => {
    expect(instantOf('2027-03-28T02:30', 'Europe/Rome')).toEqual({ ok: false, why: 'skipped' })
  })
  test('twice, when they are set back', () => {
    expect(instantOf('2027-10-31T02:30', 'Europe/Rome')).toEqual({ ok: false, why: 'repeated' })
  })
})

test('an instant is written as the wall clock there shows it', () => {
  expect(localOf(new Date('2027-05-03T03:30:00Z'), 'Asia/Kolkata')).toBe('2027-05-03T09:00')
})
