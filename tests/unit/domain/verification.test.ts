import { describe, expect, test } from 'vitest'
import {
  answerRefusal,
  askRefusal,
  evidenceRefusal,
  lockedRefusal,
  missingEvidence,
  readVerification,
  verificationKinds,
} from '@/lib/domain/verification'
import { phraseOf, phraseWords } from '@/lib/domain/verification-phrase'

const now = new Date('2026-11-22T10:00:00Z')
const later = new Date('2026-11-22T10:10:00Z')
const gathering = { id: 'v', expiresAt: later, verifiedAt: null, endedAt: null, endedWhy: null }
const verified = { ...gathering, verifiedAt: now }
const failed = { ...gathering, endedAt: now, endedWhy: 'failed' }

test('no kind of evidence is a question whose answer somebody could know', () => {
  expect(verificationKinds).toEqual([
    'manager_confirmation',
    'own_session',
    'directory_callback',
    'in_person_id',
  ])
})

describe('a caller is verified by two kinds of evidence, one of them observed', () => {
  const manager = { kind: 'manager_confirmation', isObserved: true }
  const own = { kind: 'own_session', isObserved: true }
  const callback = { kind: 'directory_callback', isObserved: false }
  const photo = { kind: 'in_person_id', isObserved: false }
  test.each([
    ['nothing', [], ['another_kind', 'observed_kind']],
    ['one observed', [manager], ['another_kind']],
    ['one told', [callback], ['another_kind', 'observed_kind']],
    ['two told', [callback, photo], ['observed_kind']],
    ['one of each', [callback, own], []],
    ['two observed', [manager, own], []],
    ['the same kind twice', [manager, manager], ['another_kind']],
  ])('%s', (_what, given, missing) => expect(missingEvidence(given)).toEqual(missing))
})

describe('a verification lives for a while', () => {
  test.each([
    ['gathering', gathering, now, 'gathering'],
    ['gathering at its very end', gathering, later, 'expired'],
    ['verified', verified, now, 'verified'],
    ['verified, but too long ago', verified, later, 'expired'],
    ['failed', failed, now, 'failed'],
    ['refused', { ...gathering, endedAt: now, endedWhy: 'refused' }, now, 'refused'],
    ['ended because it ran out', { ...gathering, endedAt: now, endedWhy: 'expired' }, now, 'expired'],
  ])('%s', (_what, verification, at, state) => expect(readVerification(verification, at)).toBe(state))
})

test('evidence comes once per kind, and only while the verification lives', () => {
  const given = [{ kind: 'directory_callback', isObserved: false }]
  expect(evidenceRefusal(gathering, given, 'in_person_id', now)).toBeNull()
  expect(evidenceRefusal(gathering, given, 'directory_callback', now)).toBe('evidence_given_already')
  expect(evidenceRefusal(gathering, given, 'in_person_id', later)).toBe('verification_expired')
  expect(evidenceRefusal(failed, given, 'in_person_id', now)).toBe('verification_ended')
})

describe('the word of the agent about themselves counts for nothing', () => {
  const boss = { id: 'boss', isEnabled: true, leftAt: null }
  test.each([
    ['another manager', 'manager_confirmation', boss, 'agent', null],
    ['the agent is the manager', 'manager_confirmation', boss, 'boss', 'manager_is_agent'],
    ['there is no manager', 'manager_confirmation', null, 'agent', 'manager_unknown'],
    ['the agent is the person', 'own_session', boss, 'boss', 'denied'],
    [
      'a disabled manager',
      'manager_confirmation',
      { ...boss, isEnabled: false },
      'agent',
      'asked_cannot_sign_in',
    ],
    ['a manager who left', 'manager_confirmation', { ...boss, leftAt: now }, 'agent', 'asked_cannot_sign_in'],
  ] as const)('%s', (_what, kind, asked, agent, refusal) =>
    expect(askRefusal(kind, asked, agent)).toBe(refusal),
  )
})

test('a question is answered once, and not after the verification is over', () => {
  expect(answerRefusal(gathering, { answeredAt: null }, now)).toBeNull()
  expect(answerRefusal(verified, { answeredAt: null }, now)).toBeNull()
  expect(answerRefusal(gathering, { answeredAt: now }, now)).toBe('confirmation_answered')
  expect(answerRefusal(gathering, { answeredAt: null }, later)).toBe('confirmation_over')
  expect(answerRefusal(failed, { answeredAt: null }, now)).toBe('confirmation_over')
})

test('the reset is locked until the caller is verified, and again when that has run out', () => {
  expect(lockedRefusal(null, now)).toBe('not_verified')
  expect(lockedRefusal(gathering, now)).toBe('not_verified')
  expect(lockedRefusal(failed, now)).toBe('not_verified')
  expect(lockedRefusal(verified, now)).toBeNull()
  expect(lockedRefusal(verified, later)).toBe('verification_expired')
})

test('the phrase is two known words, none listed twice', () => {
  expect(new Set(phraseWords).size).toBe(phraseWords.length)
  expect(phraseWords.length).toBeGreaterThan(100)
  expect(phraseOf(0, phraseWords.length - 1)).toBe(`${phraseWords[0]} ${phraseWords.at(-1)}`)
  expect(() => phraseOf(0, phraseWords.length)).toThrow()
})
