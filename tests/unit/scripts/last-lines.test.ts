import { expect, test } from 'vitest'
import { lastLines } from '@/scripts/test/last-lines'

test('the end is kept, without colours and without gaps', () => {
  const red = '\u001b[31mred\u001b[0m'
  expect(lastLines(`first\nsecond\n\n\n\n${red}\nlast\n\n`, 4)).toBe('second\n\nred\nlast')
})

test('a short text is kept whole', () => {
  expect(lastLines('only\n', 60)).toBe('only')
  expect(lastLines('', 60)).toBe('')
})
