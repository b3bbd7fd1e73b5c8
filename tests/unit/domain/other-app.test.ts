import { expect, test } from 'vitest'
import { type AllowedFor, type AllowedMethods, allowedMethods } from '@/lib/domain/allowed-methods'
import { otherAppVerdict } from '@/lib/domain/other-app'

const nothing = allowedMethods({ migrationState: 'migrationComplete', configurations: {} })
const allowed = (otherAppCode: AllowedFor | null, isMigrationOpen = false): AllowedMethods => ({
  ...nothing,
  otherAppCode,
  isMigrationOpen,
})

test.each([
  ['everybody', 'codes'],
  ['some', 'codes_some'],
  ['nobody', 'no'],
  [null, 'unknown'],
] as const)('on for %s: %s', (whom, verdict) => expect(otherAppVerdict(allowed(whom))).toBe(verdict))

test('a no is not certain while an older policy may say yes', () => {
  expect(otherAppVerdict(allowed('nobody', true))).toBe('no_unless_older')
  expect(otherAppVerdict(allowed('everybody', true))).toBe('codes')
})

test('before anybody could read the policy it is not known', () => {
  expect(otherAppVerdict(null)).toBe('unknown')
})
