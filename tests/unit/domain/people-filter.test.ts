import { expect, test } from 'vitest'
import { isEveryone, peopleParams, readPeopleFilter, withFlag } from '@/lib/domain/people-filter'

test('what an address asks for comes back as the same address', () => {
  const params = { q: ' elio ', site: 'Milan', only: 'disabled,no_second_method' }
  const filter = readPeopleFilter(params)
  expect(filter).toMatchObject({ q: 'elio', site: 'Milan', flags: ['no_second_method', 'disabled'] })
  expect(peopleParams(filter)).toEqual({ q: 'elio', site: 'Milan', only: 'no_second_method,disabled' })
})

test('what is not known, or cannot be in the database, is left out', () => {
  expect(isEveryone(readPeopleFilter({ only: 'nonsense', q: '\0', site: ['', 'x'] }))).toBe(true)
})

test('a press puts a filter on, another takes it off, and opposites replace each other', () => {
  const nothing = readPeopleFilter({})
  const inWave = withFlag(nothing, 'in_wave')
  expect(inWave.flags).toEqual(['in_wave'])
  expect(withFlag(inWave, 'in_wave').flags).toEqual([])
  expect(withFlag(withFlag(inWave, 'guest'), 'not_in_wave').flags).toEqual(['not_in_wave', 'guest'])
})
