import { describe, expect, test } from 'vitest'

import { parseFilter } from '@/emulator/graph/filter'

const item = {
  name: "O'Hara",
  count: 3,
  isOn: true,
  nothing: null,
  at: '2026-11-22T10:00:00Z',
  status: { errorCode: 0 },
  tags: ['push', 'oath'],
}

// https://learn.microsoft.com/graph/filter-query-parameter
test.each([
  ["name eq 'o''hara'", true],
  ["name ne 'O''Hara'", false],
  ["name ne 'someone'", true],
  ["startswith(name,'O')", true],
  ["endsWith(name,'ra')", true],
  ["contains(name,'xx')", false],
  ['count eq 3', true],
  ['count gt 3', false],
  ['count ge 3 and count le 3', true],
  ['count lt 3 or isOn eq true', true],
  ['isOn eq false', false],
  ['not(isOn eq false)', true],
  ['nothing eq null', true],
  ['name eq null', false],
  ['at ge 2026-11-22T10:00:00Z', true],
  ['at lt 2026-11-22T10:00:00.000Z', false],
  ['status/errorCode eq 0', true],
  ["tags/any(t:t eq 'oath')", true],
  ["tags/any(t: t eq 'sms')", false],
  ["name in ('a', 'O''Hara')", true],
  ['(count eq 1 or count eq 3) and isOn eq true', true],
])('%s is %s', (filter, expected) => {
  expect(parseFilter(filter).test(item)).toBe(expected)
})

describe('a filter is refused', () => {
  test.each([
    "name like 'x'",
    "name eq 'x' and",
    'name eq',
    "(name eq 'x'",
    'length(name) eq 3',
    "name eq 'x' 'y'",
    'name eq !',
  ])('%s', (filter) => {
    expect(() => parseFilter(filter)).toThrow('Invalid filter clause')
  })
})

test.each([
  ["name eq 'a'", ['name eq']],
  ["name ne null and not startswith(name,'a')", ['name ne null', 'not name startswith']],
  ["not (name eq 'a' or endsWith(mail,'b'))", ['not name eq', 'not mail endswith']],
  ["list/any(x:x eq 'a')", ['list eq']],
  ["name in ('a','b')", ['name in']],
])('%s compares %j', (filter, uses) => {
  const shown = parseFilter(filter).uses.map(
    ({ name, operator, isNegated, isNull }) =>
      `${isNegated ? 'not ' : ''}${name} ${operator}${isNull ? ' null' : ''}`,
  )
  expect(shown).toEqual(uses)
})
