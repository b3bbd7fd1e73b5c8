import { expect, test } from 'vitest'
import { kitIterations, readKitFile } from '@/lib/domain/kit-file'

const file = {
  app: 'passaggio-kit',
  version: 1,
  iterations: kitIterations,
  salt: Buffer.alloc(16, 1).toString('base64'),
  iv: Buffer.alloc(12, 2).toString('base64'),
  sealed: Buffer.alloc(40, 3).toString('base64'),
}
const read = (change: object = {}) => readKitFile(JSON.stringify({ ...file, ...change }))

test('a file of ours is taken', () => expect(read()).toEqual(file))

test('what is not in it is not taken along', () => expect(read({ more: 1 })).toEqual(file))

test.each([
  ['no JSON', 'hello'],
  ['another list', JSON.stringify({ app: 'other', version: 1 })],
  ['null', 'null'],
])('%s is another file', (_what, text) => expect(readKitFile(text)).toBe('kit_file_other'))

test.each([
  ['a short salt', { salt: 'AAAA' }],
  ['no base64', { iv: '****************' }],
  ['nothing locked', { sealed: '' }],
  ['iterations in words', { iterations: 'many' }],
])('with %s it is another file', (_what, change) => expect(read(change)).toBe('kit_file_other'))

test('a file of a later edition says so', () => expect(read({ version: 2 })).toBe('kit_file_newer'))

test.each([1, 599_999, 1e9, 600_000.5])('with %d iterations it is not opened', (iterations) =>
  expect(read({ iterations })).toBe('kit_file_unsafe'),
)
