import { expect, test } from 'vitest'
import { diffLines, listAdded, listChanges } from '@/lib/guides/edition-changes'
import { listEditionsOf } from '@/lib/guides/find-edition'

const idsOn = (day: string) => listEditionsOf('second_way', day).map(({ id }) => id)
const written = idsOn('2026-08-20')

test('while the editions are the same, nothing has changed', () => {
  expect(listChanges(written, '2026-08-31')).toEqual([])
  expect(listAdded(written, 'second_way', '2026-08-31')).toEqual([])
})

test('an edition that ended is followed to the one of today, over those in between', () => {
  const changed = (day: string) => listChanges(written, day).map(({ before, now }) => [before.id, now?.id])
  expect(changed('2026-11-28')).toEqual([['second-way-2025-10', 'second-way-2026-09']])
  expect(changed('2027-02-01')).toEqual([['second-way-2025-10', 'second-way-2027-02']])
  expect(listAdded(written, 'second_way', '2027-02-01')).toEqual([])
})

test('an edition nobody had before is told as new', () => {
  expect(listAdded([], 'enrol', '2026-11-28').map(({ id }) => id)).toEqual([
    'enrol-ios-2026-11',
    'enrol-android-2026-11',
  ])
})

test('two texts show what stayed, what went and what came', () => {
  expect(diffLines(['a', 'b', 'c'], ['a', 'x', 'c', 'd'])).toEqual([
    { kind: 'same', text: 'a' },
    { kind: 'gone', text: 'b' },
    { kind: 'new', text: 'x' },
    { kind: 'same', text: 'c' },
    { kind: 'new', text: 'd' },
  ])
  expect(diffLines([], [])).toEqual([])
})
