import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assertLinkable, linkRefusal, referenceCount, referenceIn, referenceOf } from '@/lib/domain/reference'

const someNumber = fc.nat(referenceCount - 1)

test('a reference is short and read in two breaths', () => {
  expect(referenceOf(0)).toBe('R-000-0000')
  expect(referenceOf(482_917)).toMatch(/^R-482-917\d$/)
})

test('the check digit is the published one: 572 gives 4', () => {
  // The worked example of the Damm algorithm.
  expect(referenceOf(572)).toBe('R-000-5724')
})

test('is understood however it is said', () => {
  fc.assert(
    fc.property(someNumber, (number) => {
      const code = referenceOf(number)
      const digits = code.replaceAll(/\D/g, '')
      for (const said of [code, digits, `r ${digits}`, ` ${digits.slice(0, 3)} ${digits.slice(3)} `])
        expect(referenceIn(said)).toBe(code)
    }),
  )
})

test('one digit misheard, or two neighbours swapped, make no other reference', () => {
  fc.assert(
    fc.property(someNumber, fc.nat(6), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
      const digits = [...referenceOf(number).replaceAll(/\D/g, '')]
      const misheard = digits.with(place, String((Number(digits[place]) + by) % 10)).join('')
      expect(referenceIn(misheard)).toBeNull()
      const [a, b] = [digits[place], digits[place + 1]]
      if (b !== undefined && a !== b)
        expect(
          referenceIn(
            digits
              .with(place, b)
              .with(place + 1, a!)
              .join(''),
          ),
        ).toBeNull()
    }),
  )
})

test.each(['', 'R-', '12345678', 'C-0042', 'abc', 'R-482-91'])('%s is none', (typed) =>
  expect(referenceIn(typed)).toBeNull(),
)

describe('a reference is put to a case', () => {
  const now = new Date('2026-11-28T09:00:00Z')
  const live = { caseId: null, expiresAt: new Date('2026-11-29T09:00:00Z') }
  test.each([
    ['that lives and is free', live, null],
    ['that the same case has already', { ...live, caseId: 'a' }, null],
    ['that another case has', { ...live, caseId: 'b' }, 'reference_taken'],
    ['that has expired', { ...live, expiresAt: now }, 'reference_unknown'],
    ['that there is none of', null, 'reference_unknown'],
  ] as const)('%s: %s', (_which, found, refusal) => {
    expect(linkRefusal(found, 'a', now)).toBe(refusal)
    if (refusal) expect(() => assertLinkable(found, 'a', now)).toThrow(refusal)
    else expect(assertLinkable(found, 'a', now)).toBe(found)
  })
})
