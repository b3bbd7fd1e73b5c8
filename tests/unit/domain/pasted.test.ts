import { expect, test } from 'vitest'
import { rowsOfPasted } from '@/lib/domain/pasted'

const addresses = (text: string) =>
  rowsOfPasted(text).map(({ line, cells }) => `${line} ${cells.userPrincipalName}`)

test.each([
  ['one per line', 'a@x\n\nb@x\r\n', ['1 a@x', '2 b@x']],
  ['with commas, semicolons, blanks', 'a@x, b@x;c@x  d@x', ['1 a@x', '2 b@x', '3 c@x', '4 d@x']],
  ['as a mail program writes them', 'Elio Esposito <e@x>; "Legacy, Lia" <l@x>', ['1 e@x', '2 l@x']],
  ['nothing', ' \n ', []],
])('addresses pasted %s', (_how, text, rows) => expect(addresses(text)).toEqual(rows))
