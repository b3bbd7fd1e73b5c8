import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inkOf, inkRefusal, inkSize } from '@/lib/domain/ink'

const scrawl = Array.from({ length: 12 }, (_, index) => ({ x: 10 + index * 3, y: 60 + (index % 3) * 9 }))

test('strokes become a path of whole steps', () => {
  expect(
    inkOf([
      [
        { x: 10.4, y: 20 },
        { x: 12, y: 18.6 },
        { x: 12.2, y: 18.9 },
      ],
      [{ x: 1, y: 2 }],
    ]),
  ).toBe('M10 20l2 -1M1 2')
})

test('whatever a pointer does is a path that is taken, or refused for its size alone', () => {
  const point = fc.record({
    x: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    y: fc.double({ min: -1e6, max: 1e6, noNaN: true }),
  })
  fc.assert(
    fc.property(fc.array(fc.array(point, { minLength: 1, maxLength: 60 }), { minLength: 1 }), (strokes) => {
      const ink = inkOf(strokes)
      expect([null, 'ink_too_short', 'ink_too_long']).toContain(inkRefusal(ink))
      expect(inkOf([[{ x: 1e6, y: 1e6 }]])).toBe(`M${inkSize.width} ${inkSize.height}`)
    }),
  )
})

test('a dot is no signature, and nothing but a path is kept', () => {
  expect(inkRefusal(inkOf([scrawl]))).toBeNull()
  expect(inkRefusal('M10 20')).toBe('ink_too_short')
  expect(inkRefusal(`M1 1${'l1 1'.repeat(2_000)}`)).toBe('ink_too_long')
  for (const text of ['', 'url(#x)', 'M1 1"/><script>', 'M1 1L5 5', `${inkOf([scrawl])}z`])
    expect(inkRefusal(text)).toBe('ink_unreadable')
})
