import { expect, test } from 'vitest'
import { decodeCursor, encodeCursor } from '@/lib/queries/cursor'

test('a place in a list survives its trip through the URL', () => {
  const cursor = encodeCursor(['Nicolò "Nico" Ferré', '018f'])
  expect(cursor).toMatch(/^[\w-]+$/)
  expect(decodeCursor(cursor, 2)).toEqual(['Nicolò "Nico" Ferré', '018f'])
})

test.each([
  ['nothing', undefined],
  ['an empty word', ''],
  ['letters that are no cursor', 'zzzz'],
  ['another list’s cursor', encodeCursor(['one'])],
  ['something else in the same wrapping', Buffer.from('{"a":1}').toString('base64url')],
  ['numbers where texts belong', Buffer.from('[1,2]').toString('base64url')],
  ['a byte the database cannot hold', encodeCursor(['a\0b', 'c'])],
])('%s means the start of the list', (_what, text) => {
  expect(decodeCursor(text, 2)).toBeNull()
})
