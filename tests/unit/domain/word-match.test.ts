import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { distance, fitOf, phraseOf, resemblance, wordsOf } from '@/lib/domain/word-match'

const alike = () => 1

describe('words are compared', () => {
  test('small, without accents and signs, and never more than forty of them', () => {
    expect(wordsOf("È già  presente: «BACKUP» dell'app!")).toEqual([
      'e',
      'gia',
      'presente',
      'backup',
      'dell',
      'app',
    ])
    expect(wordsOf('word '.repeat(500))).toHaveLength(40)
  })

  test('without those that tell nothing, unless there are no others', () => {
    expect(phraseOf('the code is not valid').words).toEqual(['code', 'valid'])
    expect(phraseOf('is it on').words).toEqual(['is', 'it', 'on'])
  })

  test('by letters to insert, delete, change, or swap with a neighbour', () => {
    expect(distance('backup', 'backup')).toBe(0)
    expect(distance('bakup', 'backup')).toBe(1)
    expect(distance('abckup', 'backup')).toBe(1)
    expect(distance('ripristino', 'ripristinare')).toBe(3)
  })

  test('a mistake in a long word costs little, in a short one it is another word', () => {
    expect(resemblance('recovry', 'recovery')).toBeGreaterThan(0.8)
    expect(resemblance('tap', 'top')).toBe(0)
    expect(resemblance('authent', 'authenticator')).toBe(0.9)
  })
})

test('distance is a distance: none from itself, the same both ways, and never more than the longer word', () => {
  const word = fc.string({ maxLength: 12 })
  fc.assert(
    fc.property(word, word, (a, b) => {
      expect(distance(a, a)).toBe(0)
      expect(distance(a, b)).toBe(distance(b, a))
      expect(distance(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
    }),
  )
})

test('whatever is typed, the fit is between nothing and all, and all for the phrase itself', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.lorem({ maxCount: 6 }), (typed, phrase) => {
      const fit = fitOf(phraseOf(typed), phraseOf(phrase), alike)
      expect(fit).toBeGreaterThanOrEqual(0)
      expect(fit).toBeLessThanOrEqual(1 + 1e-9)
      expect(fitOf(phraseOf(phrase), phraseOf(phrase), alike)).toBeCloseTo(1)
    }),
  )
})
