import { expect, test } from 'vitest'
import { type Bucket, spend } from '@/lib/domain/rate'

const limit = { burst: 3, perMinute: 2 }
const start = new Date('2026-11-22T10:00:00Z')
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000)

function tries(times: readonly Date[]): boolean[] {
  let bucket: Bucket | null = null
  return times.map((at) => {
    const left = spend(bucket, limit, at)
    bucket = left ?? bucket
    return left !== null
  })
}

test('as many tries as the burst, then none', () => {
  expect(tries([start, start, start, start, start])).toEqual([true, true, true, false, false])
})

test('one more after half a minute, and never more than the burst however long one waits', () => {
  expect(tries([start, start, start, after(29), after(30), after(31)])).toEqual([
    ...[true, true, true, false, true, false],
  ])
  const long = after(3_600)
  expect(tries([start, long, long, long, long])).toEqual([true, true, true, true, false])
})

test('a refused try costs nothing, so that knocking does not lock somebody out for longer', () => {
  expect(tries([start, start, start, after(10), after(20), after(30)])).toEqual([
    ...[true, true, true, false, false, true],
  ])
})

test('a clock that goes back gives nothing', () => {
  expect(tries([start, start, start, after(-3_600)])).toEqual([true, true, true, false])
})
