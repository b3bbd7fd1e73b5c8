import { expect, test } from 'vitest'
import { peopleMax, probeRefusals } from '@/lib/domain/probe'

const plain = [
  { user: 'a@test', why: [] },
  { user: 'b@test', why: [] },
]

test('a small tenant and two plain accounts are fine', () => {
  expect(probeRefusals({ people: peopleMax, privileges: plain })).toEqual([])
})

test('a large tenant, and one that does not tell how large it is, are not begun in', () => {
  expect(probeRefusals({ people: peopleMax + 1, privileges: plain })[0]).toContain('151 people')
  expect(probeRefusals({ people: null, privileges: plain })[0]).toContain('could not be read')
})

test('whoever holds a role is no throw-away account, and is named', () => {
  const privileges = [...plain, { user: 'vito@test', why: ['roleAssignments'] }]
  expect(probeRefusals({ people: 20, privileges })).toEqual([
    'vito@test is no throw-away account: roleAssignments.',
  ])
})
