import { expect, test } from 'vitest'
import { csvLine } from '@/lib/domain/csv-line'

test.each([
  ['plain cells', ['a', 1, true, null, ''], 'a,1,true,,\r\n'],
  ['a comma and quotes', ['a,b', 'say "no"'], '"a,b","say ""no"""\r\n'],
  ['line ends', ['a\nb', 'c\r\nd'], '"a\nb","c\r\nd"\r\n'],
  ['nothing but letters', ['perché', '电话', '😀'], 'perché,电话,😀\r\n'],
  ['a minus number', [-3], '-3\r\n'],
])('%s', (_what, cells, line) => {
  expect(csvLine(cells)).toBe(line)
})

test.each(['=', '+', '-', '@', '\t', '\0'])('a text that begins with %j is no formula', (sign) => {
  expect(csvLine([`${sign}cmd|' /C calc'!A0`])).toBe(`'${sign}cmd|' /C calc'!A0\r\n`)
})

test('a carriage return in front is guarded and quoted', () => {
  expect(csvLine(['\r=1+1'])).toBe('"\'\r=1+1"\r\n')
})
