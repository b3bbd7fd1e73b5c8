import { describe, expect, test } from 'vitest'
import { readCsv } from '@/lib/domain/csv'

/** Records as `line: cells`, for files that can be read. */
function read(text: string): string[] {
  const file = readCsv(text)
  return file.ok
    ? file.records.map(({ line, cells }) => `${line}: ${cells.join('|')}`)
    : [`open at ${file.line}`]
}

describe('a file is read', () => {
  test.each([
    ['with commas', 'a,b\n1,2\n', ['1: a|b', '2: 1|2']],
    ['with semicolons, as an Italian spreadsheet writes it', 'a;b\r\n1,5;2\r\n', ['1: a|b', '2: 1,5|2']],
    ['with tabs', 'a\tb\n1\t2', ['1: a|b', '2: 1|2']],
    ['with old Macintosh line ends', 'a,b\r1,2', ['1: a|b', '2: 1|2']],
    ['with a separator inside quotation marks', '"a;x";b\n1;2', ['1: a;x|b', '2: 1|2']],
    ['with a quotation mark that is doubled', 'a,b\n"say ""yes""",2', ['1: a|b', '2: say "yes"|2']],
    [
      'counting lines as an editor does',
      'a,b\n\n"two\nlines",2\n3,4',
      ['1: a|b', '3: two\nlines|2', '5: 3|4'],
    ],
    ['leaving out lines of separators alone', 'a,b\n,\n1,2', ['1: a|b', '3: 1|2']],
    ['with rows longer and shorter than the header', 'a,b\n1\n1,2,3', ['1: a|b', '2: 1', '3: 1|2|3']],
    ['with nothing in it', '', []],
  ])('%s', (_how, text, records) => expect(read(text)).toEqual(records))
})

describe('a quotation mark that goes wrong is named with its line', () => {
  test.each([
    ['never closed', 'a,b\n1,2\n3,"4\n5,6\n7,8', 3],
    ['in the middle of a cell', 'a,b\n1,2"x"\n', 2],
    ['with something after it', 'a,b\n1,"2"x\n', 2],
  ])('%s', (_how, text, line) => expect(readCsv(text)).toEqual({ ok: false, line }))
})
