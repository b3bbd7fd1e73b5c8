import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Canonical, canonicalJson } from '@/lib/domain/canonical'

const hexOf = (value: Canonical) => Buffer.from(canonicalJson(value), 'utf8').toString('hex')

describe('RFC 8785, byte for byte', () => {
  test('keys are sorted by UTF-16 code units: the example of section 3.2.3', () => {
    const value = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    const order = [
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]
    expect(Object.values(JSON.parse(canonicalJson(value)) as object)).toHaveLength(7)
    expect([...canonicalJson(value).matchAll(/:"([^"]+)"/g)].map(([, name]) => name)).toEqual(order)
  })

  test('texts are escaped as section 3.2.2.2 says: the example of section 3.2.2', () => {
    const text = '\u20ac$\u000f\u000aA\'\u0042\u0022\u005c\\"/'
    // e2 82 ac 24 5c 75 30 30 30 66 5c 6e 41 27 42 5c 22 5c 5c 5c 5c 5c 22 2f between quotes
    expect(hexOf(text)).toBe('22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f22')
  })

  test('control characters get their short forms, others four lower-case digits, and DEL none', () => {
    expect(canonicalJson('\b\t\n\f\r\u0000\u001f\u007f')).toBe('"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f"')
  })

  test('a character beyond the basic plane is four bytes', () => {
    expect(hexOf('😀')).toBe('22f09f988022')
  })

  test('there is no space anywhere, and what is nested is sorted too', () => {
    expect(canonicalJson({ b: [{ d: null, c: true }, []], a: {} })).toBe(
      '{"a":{},"b":[{"c":true,"d":null},[]]}',
    )
  })

  test('minus zero is zero, and the largest integers keep every digit', () => {
    expect(canonicalJson([-0, 0, 9007199254740991, -9007199254740991])).toBe(
      '[0,0,9007199254740991,-9007199254740991]',
    )
  })
})

describe('what other languages might write differently is refused', () => {
  test.each([
    ['a fraction', 0.5],
    ['an integer beyond 2^53 - 1', 2 ** 53],
    ['no number', Number.NaN],
    ['infinity', Number.POSITIVE_INFINITY],
    ['half a character', '\ud83d'],
    ['the other half', 'a\ude00'],
    ['half a character in a key', { '\ud800': 1 }],
  ])('%s', (_what, value) => {
    expect(() => canonicalJson({ deep: [value] })).toThrow()
  })
})

test('it is JSON of the same value, whatever the order in which keys were given', () => {
  const scalar = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
  )
  const value = fc.letrec<{ any: Canonical }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      scalar,
      fc.array(tie('any')),
      fc.dictionary(fc.string({ unit: 'grapheme' }), tie('any')),
    ),
  })).any
  fc.assert(
    fc.property(value, (given) => {
      const text = canonicalJson(given)
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(given)))
      expect(canonicalJson(JSON.parse(text) as Canonical)).toBe(text)
      expect(canonicalJson(reversed(given))).toBe(text)
    }),
  )
})

function reversed(value: Canonical): Canonical {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversed(item)]),
  )
}
