import { describe, expect, test } from 'vitest'
import { caseName, caseNumberIn, caseStage, closeCaseRefusal, takeRefusal } from '@/lib/domain/case'
import { type FlagFacts, flagsOf } from '@/lib/domain/case-flags'

describe('a case number is understood as people say it', () => {
  test.each([
    ['C-0042', 42],
    ['c42', 42],
    [' c-7 ', 7],
    ['42', 42],
    ['C-12345', 12345],
    ['Carla', null],
    ['C-', null],
    ['INC-42', null],
  ])('%s', (text, number) => expect(caseNumberIn(text)).toBe(number))

  test('and is written the way it is said', () => expect(caseName(42)).toBe('C-0042'))
})

describe('taking a case', () => {
  test.each([
    ['nobody has', { id: 'a', state: 'waiting', agentId: null }, null],
    ['a colleague has', { id: 'a', state: 'taken', agentId: 'other' }, null],
    ['one has already', { id: 'a', state: 'taken', agentId: 'me' }, 'case_already_yours'],
    ['that is closed', { id: 'a', state: 'closed', agentId: 'other' }, 'case_closed'],
  ])('%s', (_what, found, refusal) => expect(takeRefusal(found, 'me')).toBe(refusal))
})

test('a case with a reset under way stays open', () => {
  const found = { id: 'a', state: 'taken', agentId: 'me' }
  expect(closeCaseRefusal(found, { hasOpenReset: true })).toBe('case_has_open_reset')
  expect(closeCaseRefusal(found, { hasOpenReset: false })).toBeNull()
  expect(closeCaseRefusal({ ...found, state: 'closed' }, { hasOpenReset: false })).toBe('case_closed')
})

test.each([
  ['waiting', null, false, 'waiting'],
  ['taken', 'gathering', false, 'verifying'],
  ['taken', 'verified', false, 'verified'],
  ['taken', 'expired', false, 'taken'],
  ['taken', 'verified', true, 'resetting'],
  ['closed', 'verified', false, 'closed'],
] as const)(
  'a case that is %s, with verification %s and reset %s shows as %s',
  (state, verification, hasOpenReset, stage) => {
    expect(caseStage(state, { verification, hasOpenReset })).toBe(stage)
  },
)

describe('an agent is told to look twice', () => {
  const now = new Date('2026-11-22T10:00:00Z')
  const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000)
  const plain: FlagFacts = {
    person: { leftAt: null, isEnabled: true, isAdmin: false, userType: 'member', roles: ['employee'] },
    lastResetAt: null,
    lastFailedAt: null,
    added: [],
    now,
  }
  test.each<[string, Partial<FlagFacts>, string[]]>([
    ['at nobody without a reason', {}, []],
    ['at a disabled account', { person: { ...plain.person, isEnabled: false } }, ['disabled']],
    ['at an administrator', { person: { ...plain.person, isAdmin: true } }, ['privileged']],
    [
      'at a colleague of the portal',
      { person: { ...plain.person, roles: ['employee', 'owner'] } },
      ['operator'],
    ],
    ['at a reset a week ago', { lastResetAt: daysAgo(7) }, ['reset_recently']],
    ['at no reset longer ago', { lastResetAt: daysAgo(7.01) }, []],
    ['at a verification that failed', { lastFailedAt: daysAgo(1) }, ['verification_failed']],
    [
      'at a new number',
      { added: [{ kind: 'phone', firstSeenAt: daysAgo(3), goneAt: null }] },
      ['number_changed'],
    ],
    [
      'at a new registration',
      { added: [{ kind: 'microsoftAuthenticator', firstSeenAt: daysAgo(3), goneAt: null }] },
      ['new_registration'],
    ],
    [
      'at no number that is gone again',
      { added: [{ kind: 'phone', firstSeenAt: daysAgo(3), goneAt: now }] },
      [],
    ],
  ])('%s', (_what, facts, flags) => expect(flagsOf({ ...plain, ...facts })).toEqual(flags))
})
