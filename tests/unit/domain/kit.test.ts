import { expect, test } from 'vitest'
import { dropEntry, emptyEntry, type Kit, keepEntry, kitEntriesMax, readKit } from '@/lib/domain/kit'

const entry = (id: string, name = id) => ({ ...emptyEntry(id), name })
const kit: Kit = { entries: [entry('a'), entry('b')], draft: entry('b', 'half') }

test('an entry that is kept takes the place of the one it was, and nothing is being typed any more', () => {
  expect(keepEntry(kit, entry('b', 'new'))).toEqual({ entries: [entry('a'), entry('b', 'new')], draft: null })
  expect(keepEntry(kit, entry('c')).entries.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
})

test('an entry that is taken off takes its half-typed words with it, and no others', () => {
  expect(dropEntry(kit, 'b')).toEqual({ entries: [entry('a')], draft: null })
  expect(dropEntry(kit, 'a').draft).toEqual(kit.draft)
})

test('a list is read as it was written', () => {
  expect(readKit(JSON.parse(JSON.stringify(kit)))).toEqual(kit)
})

test('what a later edition added is left out, what it renamed becomes "something else"', () => {
  const later = { entries: [{ ...entry('a'), kind: 'crypto', colour: 'red' }], draft: null }
  expect(readKit(later)).toEqual({ entries: [{ ...entry('a'), kind: 'other' }], draft: null })
})

test.each([
  ['nothing', null],
  ['a text', 'kit'],
  ['no entries', { draft: null }],
  ['an entry without id', { entries: [{ name: 'x' }] }],
  [
    'more than it holds',
    { entries: Array.from({ length: kitEntriesMax + 1 }, (_, at) => entry(String(at))) },
  ],
])('%s is no list', (_what, value) => expect(readKit(value)).toBeNull())
