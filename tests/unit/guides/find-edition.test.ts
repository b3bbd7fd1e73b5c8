import { expect, test } from 'vitest'
import { editions } from '@/lib/guides/editions'
import { findEdition, findEditionFor } from '@/lib/guides/find-edition'

const day = '2026-11-23'

test.each([
  ['two iPhones, current app', { from: 'ios', to: 'ios', backupModel: null }, 'ios-keychain-2026-11'],
  ['two iPhones, old app', { from: 'ios', to: 'ios', backupModel: 'ios_legacy' }, 'ios-legacy-2026-11'],
  ['two Android phones', { from: 'android', to: 'android', backupModel: null }, 'android-2026-11'],
  [
    'iPhone to Android: no backup crosses',
    { from: 'ios', to: 'android', backupModel: 'ios_legacy' },
    'ios-crossing-2026-11',
  ],
  [
    'Android to iPhone: no backup crosses',
    { from: 'android', to: 'ios', backupModel: null },
    'android-crossing-2026-11',
  ],
] as const)('%s', (_move, move, id) => expect(findEdition(move, day)?.id).toBe(id))

test('nothing is said about a move of which too little is known', () => {
  expect(
    findEditionFor({ oldPlatform: 'ios', newPlatform: null, backupModel: null }, `${day}T08:00:00Z`),
  ).toBeNull()
})

test('an edition is not shown before it is valid', () => {
  expect(findEdition({ from: 'ios', to: 'ios', backupModel: null }, '2025-10-14')).toBeNull()
})

test('every edition has as many lines in one language as in the other, a source and a date of review', () => {
  for (const { lines, source, reviewedOn } of editions) {
    expect(lines.it).toHaveLength(lines.en.length)
    expect(source).toMatch(/^https:\/\/(learn|support)\.microsoft\.com\//)
    expect(reviewedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  }
})
