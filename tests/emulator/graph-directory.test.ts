import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { type Answer, type Emulator, openEmulator } from './emulator'

const people = 250
let emulator: Emulator
let reader: string
beforeAll(async () => {
  emulator = await openEmulator({ people })
})
beforeEach(async () => {
  await emulator.reset()
  reader = await emulator.token('reader')
})
afterAll(() => emulator.stop())

const get = (address: string, headers: Record<string, string> = {}) =>
  emulator.ask(`GET ${address.replace('https://graph.microsoft.com', '')}`, { as: reader, headers })
const eventual = { ConsistencyLevel: 'eventual' }

/** All pages of a list, and how many there were. */
async function all(address: string) {
  const value: { id: string; [name: string]: unknown }[] = []
  let pages = 0
  let last: Answer | null = null
  for (let next: string | undefined = address; next; next = last.body['@odata.nextLink']) {
    last = await get(next)
    expect(last.status).toBe(200)
    value.push(...last.body.value)
    pages += 1
  }
  return { value, pages, delta: last?.body['@odata.deltaLink'] as string }
}

// https://learn.microsoft.com/graph/api/user-list
describe('listing users', () => {
  test('gives eleven properties unasked, a hundred people a page', async () => {
    const { body } = await get('/v1.0/users')
    expect(body.value).toHaveLength(100)
    expect(Object.keys(body.value[0]).sort()).toEqual(
      'businessPhones displayName givenName id jobTitle mail mobilePhone officeLocation preferredLanguage surname userPrincipalName'.split(
        ' ',
      ),
    )
    expect(body['@odata.nextLink']).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/users\?\$skiptoken=/)
  })

  test('gives everybody once, following the links', async () => {
    const { value, pages } = await all('/v1.0/users?$top=60&$select=id,accountEnabled')
    expect(pages).toBe(5)
    expect(new Set(value.map(({ id }) => id)).size).toBe(people)
    expect(Object.keys(value[0]!).sort()).toEqual(['accountEnabled', 'id'])
  })

  test('refuses pages above 999, and $skip', async () => {
    expect((await get('/v1.0/users?$top=1000')).status).toBe(400)
    expect((await get('/v1.0/users?$skip=10')).status).toBe(400)
  })

  test('answers 501 to what only a single user has', async () => {
    expect((await get('/v1.0/users?$select=id,aboutMe')).status).toBe(501)
  })

  test('expands the manager', async () => {
    const { body } = await get(`/v1.0/users/${emulator.id('Hana')}?$select=id&$expand=manager($select=id)`)
    expect(body.manager).toEqual({ '@odata.type': '#microsoft.graph.user', id: emulator.id('Paola') })
  })

  test.each([
    [`userPrincipalName eq 'elio.esposito@aurora-components.example'`, 1],
    [
      `startswith(displayName,'E') and department eq 'Purchasing' and userType eq 'Member' and displayName eq 'Elio Esposito'`,
      1,
    ],
    [`displayName in ('Elio Esposito', 'Lia Legacy')`, 2],
    [`(displayName eq 'Elio Esposito' or displayName eq 'Vito VIP') and accountEnabled eq true`, 2],
  ])('filters by %s', async (filter, count) => {
    expect((await get(`/v1.0/users?$filter=${encodeURIComponent(filter)}`)).body.value).toHaveLength(count)
  })

  test('finds people by id at once, and not those who left', async () => {
    const ids = ['Elio', 'Lia'].map((name) => `'${emulator.id(name)}'`).join(', ')
    const some = `/v1.0/users?$select=displayName&$filter=id in (${ids})`
    expect((await get(some)).body.value).toEqual([
      { displayName: 'Elio Esposito' },
      { displayName: 'Lia Legacy' },
    ])
    await emulator.control('DELETE /person/Lia')
    expect((await get(some)).body.value).toEqual([{ displayName: 'Elio Esposito' }])
  })

  test('refuses a filter it cannot read', async () => {
    expect((await get("/v1.0/users?$filter=displayName like 'E'")).status).toBe(400)
  })
})

// https://learn.microsoft.com/graph/aad-advanced-queries
describe('advanced queries', () => {
  test.each([
    "$filter=displayName ne 'Elio Esposito'&$count=true",
    "$filter=endsWith(mail,'@aurora-components.example')&$count=true",
    "$filter=startswith(displayName,'E')&$orderby=displayName&$count=true",
    '$search="displayName:Elio"',
  ])('need their header: %s', async (query) => {
    const refused = await get(`/v1.0/users?${query}`)
    expect([refused.status, refused.body.error.code]).toEqual([400, 'Request_UnsupportedQuery'])
    expect((await get(`/v1.0/users?${query}`, eventual)).status).toBe(200)
  })

  test('count on the first page only', async () => {
    const first = await get('/v1.0/users?$count=true&$top=60', eventual)
    expect(first.body['@odata.count']).toBe(people)
    const second = await get(first.body['@odata.nextLink'], eventual)
    expect(second.body).not.toHaveProperty('@odata.count')
    expect((await get('/v1.0/users/$count', eventual)).body).toBe(people)
    const others = encodeURIComponent("displayName ne 'Elio Esposito'")
    expect((await get(`/v1.0/users/$count?$filter=${others}`, eventual)).body).toBe(people - 1)
  })
})

test('a user who is not there answers 404 with the directory’s code', async () => {
  const { status, body } = await get('/v1.0/users/00000000-0000-4000-8000-000000000000')
  expect(status).toBe(404)
  expect(body.error).toMatchObject({
    code: 'Request_ResourceNotFound',
    message:
      "Resource '00000000-0000-4000-8000-000000000000' does not exist or one of its queried reference-property objects are not present.",
  })
})

test('nobody is above the head of the company: 404', async () => {
  expect((await get(`/v1.0/users/${emulator.id('Olga')}/manager`)).status).toBe(404)
  expect((await get(`/v1.0/users/${emulator.id('Hana')}/manager`)).body.displayName).toBe('Paola Planner')
})

// https://learn.microsoft.com/graph/delta-query-overview
describe('delta', () => {
  const patch = (name: string, body: unknown) => emulator.control(`PATCH /person/${name}`, body)

  test('begins with everybody, managers when selected, and ends with a link to what comes', async () => {
    const { value, delta } = await all('/v1.0/users/delta?$select=displayName,manager')
    expect(value).toHaveLength(people)
    const hana = value.find(({ id }) => id === emulator.id('Hana'))
    expect(hana).toMatchObject({
      displayName: 'Hana Helpdesk',
      'manager@delta': [{ id: emulator.id('Paola') }],
    })
    expect(delta).toMatch(/^https:\/\/graph\.microsoft\.com\/v1\.0\/users\/delta\?\$deltatoken=/)
    expect((await all(delta)).value).toEqual([])
  })

  test('then gives what changed, what came, and what left, each with the properties selected at first', async () => {
    const { delta } = await all('/v1.0/users/delta?$select=displayName,department')
    await patch('Elio', { department: 'Sales' })
    await emulator.control('DELETE /person/Lia')
    const added = await emulator.control('POST /people', { displayName: 'Nuovo Arrivo' })
    const { value, delta: next } = await all(delta)
    expect(value).toContainEqual({
      id: emulator.id('Elio'),
      displayName: 'Elio Esposito',
      department: 'Sales',
    })
    expect(value).toContainEqual({ id: emulator.id('Lia'), '@removed': { reason: 'changed' } })
    expect(value.map(({ id }) => id)).toContain(added.body.id)
    expect((await all(next)).value).toEqual([])
  })

  test('can begin now, without data', async () => {
    const { body } = await get('/v1.0/users/delta?$deltaToken=latest&$select=displayName')
    expect(body.value).toEqual([])
    await patch('Elio', { jobTitle: 'Chief buyer' })
    const { value } = await all(body['@odata.deltaLink'])
    expect(value).toEqual([{ id: emulator.id('Elio'), displayName: 'Elio Esposito' }])
  })

  test('sleeps through changes of methods and phones: they are no part of a user', async () => {
    const { delta } = await all('/v1.0/users/delta')
    await emulator.control('POST /person/Elio/phones/new/register-in-app', {})
    await emulator.control('POST /person/Elio/phones/old/lose', {})
    expect((await all(delta)).value).toEqual([])
  })

  test('expires: 410, and starts over', async () => {
    const { delta } = await all('/v1.0/users/delta')
    emulator.set({ clockOffsetSeconds: 8 * 24 * 3_600 })
    const answer = await get(delta)
    expect([answer.status, answer.body.error.code]).toEqual([410, 'resyncRequired'])
    expect(answer.headers.get('location')).toBe('https://graph.microsoft.com/v1.0/users/delta')
  })

  test('of another tenant’s life is 410 as well', async () => {
    const { delta } = await all('/v1.0/users/delta')
    await emulator.reset()
    expect((await get(delta)).body.error.code).toBe('syncStateNotFound')
  })

  test.each(['$expand=manager', '$top=10', '$orderby=displayName'])('does not support %s', async (option) => {
    expect((await get(`/v1.0/users/delta?${option}`)).status).toBe(400)
  })

  test('lags when the directory lags', async () => {
    emulator.set({ directoryLagSeconds: 3_600 })
    const { delta } = await all('/v1.0/users/delta?$select=department')
    await patch('Elio', { department: 'Sales' })
    const early = await all(delta)
    expect(early.value).toEqual([])
    emulator.set({ clockOffsetSeconds: 3_601 })
    expect((await all(early.delta)).value).toEqual([{ id: emulator.id('Elio'), department: 'Sales' }])
  })
})
