import { describe, expect, test } from 'vitest'
import {
  checkUpDueAt,
  fineRefusal,
  isCheckUpLate,
  isContradicted,
  isReadOld,
  keepRefusal,
  type ReturnFacts,
  receiveRefusal,
  returnStepRefusal,
  returnSteps,
  signRefusal,
  stateAfterUndo,
  undoStepRefusal,
} from '@/lib/domain/return'

const now = new Date('2026-11-22T09:00:00Z')
const minutesAgo = (count: number) => new Date(now.getTime() - count * 60_000)

const ready: ReturnFacts = {
  gate: { isSafe: true, remainingIds: [] },
  hasOldPhone: true,
  doneSteps: returnSteps,
  made: null,
  readAt: minutesAgo(1),
  safeAt: minutesAgo(24 * 60),
  now,
}
const alive = { isSafe: false, remainingIds: ['old'] }
const handedIn = { way: 'handed_in', receivedAt: null }

test('a phone whose steps are done, with nothing of it left at Microsoft, is signed for', () => {
  expect(signRefusal(ready)).toBeNull()
  expect(keepRefusal(ready)).toBeNull()
})

describe('an old phone is never closed as returned', () => {
  test('while a registration the person gave to it is live, whatever else holds', () => {
    for (const isSafe of [true, false]) {
      for (const doneSteps of [[], returnSteps]) {
        const facts = { ...ready, doneSteps, gate: { isSafe, remainingIds: ['old'] } }
        expect(signRefusal(facts)).toBe('return_old_alive')
        expect(keepRefusal(facts)).toBe('return_old_alive')
        expect(fineRefusal(facts)).toBe('return_old_alive')
        for (const step of returnSteps) expect(returnStepRefusal(step, facts)).toBe('return_old_alive')
      }
    }
  })

  test('before it is safe to wipe', () => {
    const facts = { ...ready, gate: { isSafe: false, remainingIds: [] } }
    expect(signRefusal(facts)).toBe('return_not_safe')
    expect(keepRefusal(facts)).toBe('return_not_safe')
    expect(returnStepRefusal('find_off', facts)).toBe('return_not_safe')
    expect(fineRefusal({ ...facts, made: handedIn })).toBe('return_not_safe')
  })

  test('on what Microsoft showed more than an hour ago, or never', () => {
    for (const readAt of [minutesAgo(61), null]) {
      expect(signRefusal({ ...ready, readAt })).toBe('return_not_read')
      expect(keepRefusal({ ...ready, readAt })).toBe('return_not_read')
    }
    expect(isReadOld({ readAt: minutesAgo(60), now })).toBe(false)
  })

  test('with a step missing, and steps come in their order', () => {
    expect(signRefusal({ ...ready, doneSteps: ['find_off', 'erased'] })).toBe('return_steps_missing')
    const begun = { ...ready, doneSteps: ['find_off'] }
    expect(returnStepRefusal('account_out', begun)).toBeNull()
    expect(returnStepRefusal('erased', begun)).toBe('return_step_order')
  })

  test('twice, or when there is none', () => {
    expect(signRefusal({ ...ready, made: handedIn })).toBe('return_made')
    expect(keepRefusal({ ...ready, hasOldPhone: false })).toBe('return_no_phone')
  })
})

test('an old registration that is back contradicts a return, and nobody confirms receipt then', () => {
  expect(isContradicted({ made: handedIn, gate: ready.gate })).toBe(false)
  expect(isContradicted({ made: handedIn, gate: alive })).toBe(true)
  expect(isContradicted({ made: null, gate: alive })).toBe(false)
  expect(receiveRefusal({ made: handedIn, gate: alive })).toBe('return_old_alive')
})

test('a receipt is confirmed once, of a phone that was signed for', () => {
  const { gate } = ready
  expect(receiveRefusal({ made: handedIn, gate })).toBeNull()
  expect(receiveRefusal({ made: null, gate })).toBe('return_not_signed')
  expect(receiveRefusal({ made: { ...handedIn, way: 'kept' }, gate })).toBe('return_not_signed')
  expect(receiveRefusal({ made: { ...handedIn, receivedAt: now }, gate })).toBe('return_received')
})

test('"all fine" closes a move whose phone is returned, kept, or was never there to return', () => {
  expect(fineRefusal(ready)).toBe('check_up_return_open')
  expect(fineRefusal({ ...ready, made: handedIn })).toBeNull()
  expect(fineRefusal({ ...ready, made: { ...handedIn, way: 'kept' } })).toBeNull()
  expect(fineRefusal({ ...ready, hasOldPhone: false })).toBeNull()
})

test('"all fine" waits until the new phone was used for a day, and is said to be late two days after that', () => {
  const made = { ...ready, made: handedIn }
  expect(fineRefusal({ ...made, safeAt: minutesAgo(24 * 60 - 1) })).toBe('check_up_too_early')
  expect(fineRefusal({ ...made, safeAt: null })).toBe('return_not_safe')
  expect(checkUpDueAt({ safeAt: now })?.toISOString()).toBe('2026-11-23T09:00:00.000Z')
  expect(checkUpDueAt({ safeAt: null })).toBeNull()
  expect(isCheckUpLate({ safeAt: minutesAgo(3 * 24 * 60), now })).toBe(false)
  expect(isCheckUpLate({ safeAt: minutesAgo(3 * 24 * 60 + 1), now })).toBe(true)
  expect(isCheckUpLate({ safeAt: null, now })).toBe(false)
})

test('a step that was ticked too early can be taken back, signed or not, until somebody else holds the phone', () => {
  expect(undoStepRefusal('erased', ready)).toBeNull()
  expect(undoStepRefusal('erased', { ...ready, made: handedIn })).toBeNull()
  expect(undoStepRefusal('erased', { ...ready, doneSteps: ['find_off'] })).toBe('return_step_not_done')
  const received = { ...ready, made: { ...handedIn, receivedAt: now } }
  expect(undoStepRefusal('erased', received)).toBe('return_received')
})

test('with a step taken back the phone is erased only while that is still said', () => {
  expect(stateAfterUndo('find_off', ready)).toBe('wiped')
  expect(stateAfterUndo('erased', ready)).toBe('old')
  expect(stateAfterUndo('find_off', { doneSteps: ['find_off'] })).toBe('old')
})
