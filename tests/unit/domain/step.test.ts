import { describe, expect, test } from 'vitest'
import type { Gate, Level } from '@/lib/domain/gate'
import { levels } from '@/lib/domain/gate'
import { currentStep, type Said, stepsFor } from '@/lib/domain/step'
import { advance, type SwapFacts } from '@/lib/domain/swap'

const at = new Date('2026-11-23T09:00:00Z')

const gateWith = (...reached: Level[]): Gate => ({
  levels: levels.map((level) => ({
    level,
    reachedAt: reached.includes(level) ? at : null,
    known: 'seen',
    reason: null,
  })),
  isSafe: ['baseline', 'removed', 'alone', 'others'].every((level) => reached.some((one) => one === level)),
  newMethodId: null,
  remainingIds: [],
})

const said: Said = {
  oldPlatform: 'ios',
  newPlatform: 'ios',
  number: 'same',
  hasOldPhone: true,
  backupModel: null,
  doneSteps: ['restore'],
}
const facts: SwapFacts = {
  isPublished: true,
  isBooked: true,
  isBegun: true,
  isReturned: false,
  isClosed: false,
}
const read = { baselineAt: at }

describe('the next step is', () => {
  test.each<[string, Partial<Said>, Level[]]>([
    ['devices', { number: null }, []],
    ['baseline', {}, []],
    ['second_way', {}, ['baseline']],
    ['restore', { doneSteps: [] }, ['baseline', 'prepared']],
    ['register', {}, ['baseline', 'prepared']],
    ['prove', {}, ['baseline', 'prepared', 'registered']],
    ['remove', {}, ['baseline', 'prepared', 'registered', 'proved']],
    ['sign_in_again', {}, ['baseline', 'prepared', 'registered', 'proved', 'removed']],
    ['others', {}, ['baseline', 'prepared', 'registered', 'proved', 'removed', 'alone']],
    ['safe', {}, [...levels]],
  ])('%s', (step, change, reached) =>
    expect(currentStep({ ...said, ...change }, gateWith(...reached), read)).toBe(step),
  )

  test('enrolment before the work account comes, where the organisation manages phones', () => {
    const managed = { ...said, needsEnrolment: true }
    expect(currentStep(managed, gateWith('baseline', 'prepared'), read)).toBe('enrol')
    const enrolled = { ...managed, doneSteps: ['restore', 'enrol'] }
    expect(currentStep(enrolled, gateWith('baseline', 'prepared'), read)).toBe('register')
    expect(stepsFor(managed)).toContain('enrol')
    expect(stepsFor(said)).not.toContain('enrol')
    expect(stepsFor({ ...said, hasOldPhone: false })).not.toContain('restore')
  })

  test('register without bringing names over, when the old phone is gone', () => {
    const gone = { ...said, hasOldPhone: false, doneSteps: [] }
    expect(currentStep(gone, gateWith('baseline', 'prepared', 'removed'), read)).toBe('register')
  })

  test('the last sign-in, when the desk removed the old phone before the new one came', () => {
    const gone = { ...said, hasOldPhone: false, doneSteps: [] }
    expect(currentStep(gone, gateWith('baseline', 'removed', 'registered'), read)).toBe('sign_in_again')
  })
})

describe('a swap is', () => {
  test.each<[string, Partial<SwapFacts>, Level[]]>([
    ['not_invited', { isPublished: false }, []],
    ['invited', { isBegun: false, isBooked: false }, []],
    ['booked', { isBegun: false }, []],
    ['preparing', {}, ['baseline']],
    ['registered', {}, ['baseline', 'registered']],
    ['proved', {}, ['baseline', 'registered', 'proved']],
    ['removed', {}, ['baseline', 'registered', 'proved', 'removed']],
    ['removed', {}, ['baseline', 'registered', 'removed', 'alone']],
    ['safe_to_wipe', {}, [...levels]],
    ['returned', { isReturned: true }, [...levels]],
    ['closed', { isClosed: true }, []],
  ])('%s', (state, change, reached) =>
    expect(advance({ ...facts, ...change }, gateWith(...reached))).toBe(state),
  )

  test('not returned while anything of the old phone is registered, whoever signed for it', () => {
    const gate = { ...gateWith('baseline', 'registered', 'proved'), remainingIds: ['old'] }
    expect(advance({ ...facts, isReturned: true }, gate)).toBe('proved')
  })

  test('back at preparing when the new registration vanished', () => {
    expect(advance(facts, gateWith('baseline', 'prepared'))).toBe('preparing')
  })
})
