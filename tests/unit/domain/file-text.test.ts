import { describe, expect, test } from 'vitest'
import { readText } from '@/lib/domain/file-text'

const bytes = (text: string, encoding: BufferEncoding = 'utf8') => new Uint8Array(Buffer.from(text, encoding))

describe('only UTF-8 is taken', () => {
  test.each([
    ['plain', bytes('name\nNicolò'), 'name\nNicolò'],
    ['with a byte order mark, which goes', bytes('\ufeffname\nNicolò'), 'name\nNicolò'],
  ])('%s', (_what, file, text) => expect(readText(file)).toEqual({ ok: true, text }))
})

describe('anything else is named', () => {
  test.each([
    ['nothing at all', bytes(''), 'import_empty', null],
    ['Latin-1, with the line', bytes('name\nok\nNicol\xf2\n', 'latin1'), 'import_not_utf8', 3],
    ['Latin-1 at the very end', bytes('name\nNicol\xf2', 'latin1'), 'import_not_utf8', 2],
    ['a character that is cut off', bytes('name\nNicolò').slice(0, -1), 'import_not_utf8', 2],
    ['UTF-16 with its mark', bytes('\ufeffname', 'utf16le'), 'import_utf16', null],
    ['UTF-16 without one', bytes('name,note\nElio', 'utf16le'), 'import_utf16', null],
    ['a NUL, with the line', bytes('name\nEl\0io'), 'import_nul', 2],
    ['a workbook', bytes('PK\x03\x04rest'), 'import_workbook', null],
  ])('%s', (_what, file, code, line) =>
    expect(readText(file)).toEqual({ ok: false, problem: { code, line, found: null } }),
  )
})

test('the line is right in a large file', () => {
  const lines = Array.from({ length: 20_000 }, (_, i) => `person.${i}@aurora.example,é`).join('\n')
  const file = Buffer.concat([Buffer.from(lines), Buffer.from('\nx\xe9y\n', 'latin1'), Buffer.from(lines)])
  expect(readText(file)).toMatchObject({ problem: { code: 'import_not_utf8', line: 20_001 } })
})
