import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allowances, draw } from '@/lib/domain/bucket'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 28, 9, minute))
const ten = { burst: 10, perHour: 60 }

test('a bucket nobody drew from is full', () => {
  expect(draw(null, ten, at(0))).toEqual({ left: { level: 9, levelAt: at(0) } })
})

test('an empty one says how long until the next comes free', () => {
  expect(draw({ level: 0, levelAt: at(0) }, ten, at(0))).toEqual({ waitMs: 60_000 })
  expect(draw({ level: 0.5, levelAt: at(0) }, ten, at(0))).toEqual({ waitMs: 30_000 })
  expect(draw({ level: 0, levelAt: at(0) }, ten, at(1))).toHaveProperty('left')
})

test('it never holds more than its burst, and a clock that went back gives nothing', () => {
  expect(draw({ level: 3, levelAt: at(0) }, ten, at(59))).toEqual({ left: { level: 9, levelAt: at(59) } })
  expect(draw({ level: 0, levelAt: at(30) }, ten, at(0))).toEqual({ waitMs: 60_000 })
})

test('whoever asks however often gets no more than the burst and what came free meanwhile', () => {
  const gaps = fc.array(fc.integer({ min: 0, max: 30 * 60_000 }), { maxLength: 200 })
  fc.assert(
    fc.property(gaps, (waits) => {
      let now = at(0)
      let bucket: Parameters<typeof draw>[0] = null
      let given = 0
      for (const wait of waits) {
        now = new Date(now.getTime() + wait)
        const take = draw(bucket, ten, now)
        if ('left' in take) {
          given += 1
          bucket = take.left
        }
      }
      const hours = (now.getTime() - at(0).getTime()) / 3_600_000
      expect(given).toBeLessThanOrEqual(Math.floor(10 + hours * 60 + 1e-6))
    }),
  )
})

test('an office behind one address is not locked out: sixty people at once, and one more every fifteen seconds', () => {
  const { each, all } = allowances.reference
  expect(each.burst).toBeGreaterThanOrEqual(60)
  expect(3600 / each.perHour).toBeLessThanOrEqual(15)
  expect(all.burst).toBeGreaterThan(each.burst)
})
