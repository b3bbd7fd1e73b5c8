import { expect, test } from 'vitest'
import { urgencyOf } from '@/lib/domain/case'
import { assertNotFrozen, freezeRefusal, frozenRefusal, unfreezeRefusal } from '@/lib/domain/freeze'

const at = new Date('2026-11-28T09:00:00Z')
const frozen = { frozenAt: at }
const moving = { frozenAt: null }

test('nobody takes a step of a frozen move', () => {
  expect(frozenRefusal(moving)).toBeNull()
  expect(() => assertNotFrozen(moving)).not.toThrow()
  expect(() => assertNotFrozen(frozen)).toThrow('swap_frozen')
})

test.each([
  ['in a closed case', moving, true, 'case_closed'],
  ['without a move', null, false, 'swap_none_open'],
  ['twice', frozen, false, 'swap_frozen'],
  ['while it moves', moving, false, null],
] as const)('the desk freezes a move %s: %s', (_when, swap, isCaseClosed, refusal) => {
  expect(freezeRefusal(swap, { isCaseClosed })).toBe(refusal)
})

test.each([
  ['in a closed case', frozen, true, null, 'case_closed'],
  ['without a move', null, false, null, 'swap_not_frozen'],
  ['that moves', moving, false, null, 'swap_not_frozen'],
  ['before the person is verified', frozen, false, 'not_verified', 'not_verified'],
  ['after the verification ran out', frozen, false, 'verification_expired', 'verification_expired'],
  ['of somebody who is verified', frozen, false, null, null],
] as const)('the desk lets a move go on %s: %s', (_when, swap, isCaseClosed, locked, refusal) => {
  expect(unfreezeRefusal(swap, { isCaseClosed, locked })).toBe(refusal)
})

test('only what somebody else may be behind goes before all others', () => {
  expect(urgencyOf('not_me')).toBe('not_me')
  expect(urgencyOf('stolen')).toBe('stolen')
  expect(urgencyOf('lost')).toBeNull()
})
