import { describe, expect, test } from 'vitest'
import { readPeopleFilter } from '@/lib/domain/people-filter'
import { listPeople } from '@/lib/queries/people'
import { listPeopleChoices } from '@/lib/queries/people-choices'
import { getPerson } from '@/lib/queries/person'
import { makePerson } from '@/tests/support/make'
import { makeEmployee, makeMember, makePlanner, makeTechnician, makeWave } from '@/tests/support/make-wave'

const planner = await makePlanner()
const filtered = async (params: Record<string, string>) =>
  (await listPeople(planner, readPeopleFilter({ q: 'tribe', ...params }))).people.map(
    ({ displayName }) => displayName,
  )

const tribe = (displayName: string, wanted = {}) =>
  makePerson({ displayName, department: 'Tribe', ...wanted })
const push = ['microsoftAuthenticatorPush', 'softwareOneTimePasscode']
await tribe('Anna', { site: 'Milan', isMfaRegistered: true, methodsRegistered: push })
await tribe('Bruno', { site: 'Dublin', isMfaRegistered: true, methodsRegistered: [...push, 'mobilePhone'] })
await tribe('Carla', { isMfaRegistered: false, methodsRegistered: [] })
await tribe('Dario', { userType: 'guest' })
await tribe('Elsa', { isEnabled: false })
await tribe('Fabio', { leftAt: new Date() })
const wave = await makeWave({ name: 'Spring' })
await makeMember(wave.id, { personId: (await tribe('Gina')).id })

describe('people are narrowed', () => {
  test.each([
    ['nobody who has left, unless asked for', {}, ['Anna', 'Bruno', 'Carla', 'Dario', 'Elsa', 'Gina']],
    ['to those who have left', { only: 'left' }, ['Fabio']],
    [
      'to one Authenticator and nothing else, however often it is named',
      { only: 'no_second_method' },
      ['Anna'],
    ],
    ['to those without MFA', { only: 'not_registered' }, ['Carla']],
    ['to guests', { only: 'guest' }, ['Dario']],
    ['to disabled accounts', { only: 'disabled' }, ['Elsa']],
    ['to those in a wave', { only: 'in_wave' }, ['Gina']],
    ['to a site', { site: 'Milan' }, ['Anna']],
    ['by two words in any order', { q: 'tribe bru' }, ['Bruno']],
    ['by a word with a percent sign, which means itself', { q: 'tribe %' }, []],
  ])('%s', async (_how, params, names) => expect(await filtered(params)).toEqual(names))
})

test('pages follow each other without gap or repetition, forth and back, even among namesakes', async () => {
  await Promise.all(
    Array.from({ length: 120 }, () => makePerson({ displayName: 'Twin', department: 'Twins' })),
  )
  const filter = readPeopleFilter({ q: 'twins' })
  const one = await listPeople(planner, filter)
  const two = await listPeople(planner, filter, { after: one.next })
  const three = await listPeople(planner, filter, { after: two.next })
  const ids = [one, two, three].flatMap(({ people }) => people.map(({ id }) => id))
  expect([one, two, three].map(({ people }) => people.length)).toEqual([50, 50, 20])
  expect(new Set(ids).size).toBe(120)
  expect([one.previous, three.next]).toEqual([null, null])
  expect(one.count).toEqual({ shown: 120, isMore: false })

  const back = await listPeople(planner, filter, { before: three.previous })
  expect(back.people.map(({ id }) => id)).toEqual(two.people.map(({ id }) => id))
})

test('a cursor somebody made up shows a page, not an error', async () => {
  const made = Buffer.from(JSON.stringify(['A', 'not-an-id'])).toString('base64url')
  await expect(listPeople(planner, readPeopleFilter({}), { after: made })).resolves.toBeTruthy()
})

test('each row says why its person cannot come into the wave', async () => {
  const { people } = await listPeople(planner, readPeopleFilter({ q: 'tribe' }), { waveId: wave.id })
  expect(people.map(({ displayName, refusal }) => [displayName, refusal])).toEqual([
    ['Anna', null],
    ['Bruno', null],
    ['Carla', null],
    ['Dario', 'person_guest'],
    ['Elsa', 'person_disabled'],
    ['Gina', 'person_in_this_wave'],
  ])
})

test('sites and departments are each named once', async () => {
  const { sites, departments } = await listPeopleChoices(planner)
  expect(sites).toEqual(['Dublin', 'Milan'])
  expect(departments).toEqual(['Tribe', 'Twins'])
})

test('technicians see people, employees do not, and an id that is none names nobody', async () => {
  const person = await makePerson({ displayName: 'Somebody' })
  await expect(getPerson(await makeTechnician(), person.id)).resolves.toMatchObject({
    displayName: 'Somebody',
  })
  await expect(getPerson(await makeEmployee(), person.id)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(listPeople(await makeEmployee(), readPeopleFilter({}))).rejects.toMatchObject({
    kind: 'not_found',
  })
  await expect(getPerson(planner, 'not-an-id')).rejects.toMatchObject({ kind: 'not_found' })
})
