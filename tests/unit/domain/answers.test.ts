import { describe, expect, test } from 'vitest'
import { type Answers, changeAnswersRefusal, listChangedAnswers, settleAnswers } from '@/lib/domain/answers'

const said: Answers = {
  oldPlatform: 'ios',
  newPlatform: 'ios',
  number: 'same',
  hasOldPhone: true,
  backupModel: 'ios_legacy',
  screen: 'computer',
}

describe('the first answers', () => {
  test('can be changed once they are given, until it was said what became of the old phone', () => {
    expect(changeAnswersRefusal({ hasOldPhone: true, isReturnMade: false })).toBeNull()
    expect(changeAnswersRefusal({ hasOldPhone: false, isReturnMade: false })).toBeNull()
    expect(changeAnswersRefusal({ hasOldPhone: null, isReturnMade: false })).toBe('answers_not_given')
    expect(changeAnswersRefusal({ hasOldPhone: true, isReturnMade: true })).toBe('answers_after_return')
  })

  test('are told apart one by one, and an answer that was never asked for is no change', () => {
    expect(listChangedAnswers(said, { ...said })).toEqual([])
    expect(listChangedAnswers(said, { ...said, hasOldPhone: false, number: 'new' })).toEqual([
      'hasOldPhone',
      'number',
    ])
    const { screen: _, ...unasked } = said
    expect(listChangedAnswers(unasked, { ...said, screen: null })).toEqual([])
  })

  test('hold no backup where the phones are of two platforms', () => {
    expect(settleAnswers({ ...said, newPlatform: 'android' }).backupModel).toBeNull()
    expect(settleAnswers(said).backupModel).toBe('ios_legacy')
  })
})
