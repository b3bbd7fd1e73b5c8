import { expect, test } from 'vitest'
import { readArguments } from '@/scripts/probe/arguments'

const least = ['--tenant', 't', '--users', 'a@x,b@x']

test('a tenant and two users are enough', () => {
  expect(readArguments(least)).toMatchObject({
    tenantId: 't',
    users: ['a@x', 'b@x'],
    out: 'probe-settings.json',
    isReally: false,
    resumes: false,
    only: null,
  })
})

test.each([
  [['--users', 'a@x,b@x'], 'Name the test tenant'],
  [['--tenant', 't', '--users', 'a@x'], 'Name two different'],
  [['--tenant', 't', '--users', 'a@x,A@X'], 'Name two different'],
  [['--tenant', 't', '--users', 'a@x,b@x,c@x'], 'Name two different'],
  [[...least, '--only', 'nonsense'], 'There is no point "nonsense"'],
  [[...least, '--port', 'x'], '--port must be a number'],
])('%j is refused', (argv, why) => {
  expect(() => readArguments(argv)).toThrow(why)
})
