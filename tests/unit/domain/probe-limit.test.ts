import { expect, test } from 'vitest'
import { limitBehind } from '@/lib/domain/probe-limit'

test('what came back tells how fast it comes back, and the burst what there was at first', () => {
  // 20 calls per 5 s, used up within half a second; two seconds later 8 are there.
  expect(limitBehind({ calls: 22, ms: 500 }, { calls: 8, ms: 2_000 })).toEqual({ calls: 20, seconds: 5 })
  // 60 per minute, measured over ten seconds.
  expect(limitBehind({ calls: 61, ms: 1_000 }, { calls: 10, ms: 10_000 })).toEqual({ calls: 60, seconds: 60 })
})

test('a figure a little beside a round one is that round one', () => {
  expect(limitBehind({ calls: 20, ms: 60 }, { calls: 9, ms: 2_150 })).toEqual({ calls: 20, seconds: 5 })
  expect(limitBehind({ calls: 20, ms: 60 }, { calls: 41, ms: 10_000 })).toEqual({ calls: 20, seconds: 5 })
})

test('a small limit is counted exactly, and one between round figures stays there', () => {
  expect(limitBehind({ calls: 6, ms: 10 }, { calls: 1, ms: 2_000 })).toEqual({ calls: 6, seconds: 10 })
  expect(limitBehind({ calls: 122, ms: 50 }, { calls: 25, ms: 2_000 }).calls).toBe(120)
  expect(limitBehind({ calls: 23, ms: 50 }, { calls: 5, ms: 2_000 }).calls).toBe(23)
})

test('when nothing came back in time, the limit is as slow as limits get', () => {
  expect(limitBehind({ calls: 30, ms: 1_000 }, null)).toEqual({ calls: 30, seconds: 600 })
})
