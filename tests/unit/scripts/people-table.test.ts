import { expect, test } from 'vitest'
import { peopleTable } from '@/scripts/demo/people-table'
import { duration } from '@/scripts/demo/progress'

const person = (displayName: string, ...roles: string[]) => ({
  id: displayName,
  displayName,
  userPrincipalName: `${displayName}@example.com`,
  roles,
})

test('people stand beside their role, those without one as employees', () => {
  expect(
    peopleTable([
      person('Olga', 'Owner'),
      person('Elio'),
      person('Hana', 'Helpdesk', 'Verifier'),
      person('Lia'),
    ]),
  ).toEqual(['  Owner               Olga', '  Employee            Elio, Lia', '  Helpdesk, Verifier  Hana'])
})

test('a long list goes on in the next line, within the width of a window', () => {
  const lines = peopleTable(Array.from({ length: 12 }, (_, index) => person(`Employee number ${index}`)))

  expect(lines.length).toBeGreaterThan(1)
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100)
  expect(lines.join(' ').match(/Employee number \d+/g)).toHaveLength(12)
})

test.each([
  [400, '1 s'],
  [8_200, '8 s'],
  [100_000, '1 min 40 s'],
])('%i milliseconds read as %s', (ms, text) => {
  expect(duration(ms)).toBe(text)
})
