import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adviceFor, type Standing } from '@/lib/domain/recovery'
import { situationTopics } from '@/lib/domain/topic'

/** In a move, Microsoft read, the old phone registered, and nothing else. */
const alone: Standing = {
  isFrozen: false,
  hasSwap: true,
  hasOldPhone: true,
  wayCount: 0,
  testedCount: 0,
  oldCount: 1,
  hasNew: false,
  isRead: true,
}

describe('somebody whose phone is lost or stolen', () => {
  test.each(['PHONE-LOST', 'PHONE-STOLEN'] as const)(
    '%s: is told that it still signs them in',
    (situation) => {
      expect(adviceFor(situation, alone)).toEqual([
        'old_signs_you_in',
        'desk_takes_off',
        'no_way',
        'say_gone',
      ])
    },
  )

  test('with a way in that was tested: uses that, and takes the old phone off', () => {
    const advice = adviceFor('PHONE-LOST', { ...alone, wayCount: 2, testedCount: 1 })
    expect(advice).toEqual(['old_signs_you_in', 'use_tested', 'take_off_yourself', 'say_gone'])
  })

  test('with a way in that was never tried: tries it', () => {
    expect(adviceFor('PHONE-LOST', { ...alone, wayCount: 1 })).toContain('try_way')
  })

  test('once the old phone is off the account: nobody gets in with it any more', () => {
    const advice = adviceFor('PHONE-STOLEN', { ...alone, oldCount: 0, hasNew: true, hasOldPhone: false })
    expect(advice).toEqual(['old_gone', 'use_new'])
  })
})

test('a phone that is broken, or lost its app, answers nobody', () => {
  expect(adviceFor('PHONE-BROKEN', alone)[0]).toBe('old_answers_nobody')
  expect(adviceFor('APP-DELETED', alone)).not.toContain('say_gone')
})

test('while the move is frozen only the desk takes anything off', () => {
  const advice = adviceFor('PHONE-STOLEN', { ...alone, isFrozen: true, wayCount: 1, testedCount: 1 })
  expect(advice[0]).toBe('frozen')
  expect(advice).toContain('desk_takes_off')
  expect(advice).not.toContain('take_off_yourself')
})

test('before Microsoft was read nothing is said about registrations', () => {
  const advice = adviceFor('PHONE-LOST', { ...alone, isRead: false, oldCount: 0 })
  expect(advice).toEqual(['unread', 'say_gone'])
})

test('whatever is known, somebody is told one way on: by themselves, by the desk, or that Microsoft is read first', () => {
  const standing = fc.record({
    isFrozen: fc.boolean(),
    hasSwap: fc.boolean(),
    hasOldPhone: fc.option(fc.boolean()),
    wayCount: fc.nat(3),
    testedCount: fc.nat(3),
    oldCount: fc.nat(3),
    hasNew: fc.boolean(),
    isRead: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.constantFrom(...situationTopics), standing, (situation, known) => {
      const advice = adviceFor(situation, known)
      const ways = ['use_new', 'use_tested', 'try_way', 'no_way', 'unread']
      expect(advice.some((one) => ways.includes(one))).toBe(true)
      // Never both "do it yourself" and "only the desk can", and never "it signs you in" of what is gone.
      expect(advice.includes('take_off_yourself') && advice.includes('desk_takes_off')).toBe(false)
      expect(advice.includes('old_gone') && advice.includes('old_signs_you_in')).toBe(false)
    }),
  )
})
