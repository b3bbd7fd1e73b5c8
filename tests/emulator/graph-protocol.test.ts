import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { type Emulator, openEmulator } from './emulator'

let emulator: Emulator
let reader: string
beforeAll(async () => {
  emulator = await openEmulator()
})
beforeEach(async () => {
  await emulator.reset()
  reader = await emulator.token('reader')
})
afterAll(() => emulator.stop())

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const batch = (requests: unknown[], as = reader) =>
  emulator.ask('POST /v1.0/$batch', { as, body: { requests } })
const item = (id: string, url: string, more = {}) => ({ id, method: 'GET', url, ...more })
type Part = { id: string; status: number; headers: Record<string, string>; body: { error: { code: string } } }
const part = (answer: { body: { responses: Part[] } }, id: string) =>
  answer.body.responses.find((one) => one.id === id)!

// https://learn.microsoft.com/graph/errors
describe('an error', () => {
  test('comes in the envelope, with the request’s ids', async () => {
    const clientRequestId = '7a0f6b9e-4a6c-4c55-8a8c-3d1f3a7d9c01'
    const headers = { 'client-request-id': clientRequestId }
    const {
      status,
      body,
      headers: given,
    } = await emulator.ask('GET /v1.0/users/nobody@nowhere.example', { as: reader, headers })
    expect(status).toBe(404)
    expect(body.error.innerError['client-request-id']).toBe(clientRequestId)
    expect(body.error.innerError['request-id']).toMatch(guid)
    expect(body.error.innerError.date).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/) // no zone
    expect(given.get('request-id')).toBe(body.error.innerError['request-id'])
    expect(given.get('client-request-id')).toBe(clientRequestId)
  })

  test('repeats its message inside when it comes from the methods back end', async () => {
    const { body } = await emulator.ask(
      `GET /v1.0/users/${emulator.id('Elio')}/authentication/phoneMethods/none`,
      { as: reader },
    )
    expect(body.error.innerError.message).toBe(body.error.message)
  })

  test('for a wrong verb is 405, for an unknown segment 400', async () => {
    const wrong = await emulator.ask('DELETE /v1.0/users', { as: reader })
    expect([wrong.status, wrong.body.error.message]).toEqual([
      405,
      'Specified HTTP method is not allowed for the request target.',
    ])
    expect((await emulator.ask('GET /v1.0/unicorns', { as: reader })).body.error.message).toBe(
      "Resource not found for the segment 'unicorns'.",
    )
  })
})

// https://learn.microsoft.com/graph/json-batching
describe('a batch', () => {
  test('answers 200 with every item’s own status, whatever became of them', async () => {
    const answer = await batch([
      item('1', `/users/${emulator.id('Elio')}?$select=id`),
      item('2', '/users/nobody'),
      item('3', '/users/$count', { headers: { ConsistencyLevel: 'eventual' } }),
    ])
    expect(answer.status).toBe(200)
    expect(part(answer, '1')).toMatchObject({ status: 200, body: { id: emulator.id('Elio') } })
    expect(part(answer, '1').headers['Content-Type']).toMatch(/^application\/json/)
    expect(part(answer, '2')).toMatchObject({
      status: 404,
      body: { error: { code: 'Request_ResourceNotFound' } },
    })
    expect(part(answer, '3').body).toBe('60')
  })

  test('may come back in any order', async () => {
    const asked = Array.from({ length: 20 }, (_, at) =>
      item(String(at), `/users/${emulator.id('Elio')}?$select=id`),
    )
    const orders = new Set<string>()
    for (let round = 0; round < 3; round += 1) {
      const { body } = await batch(asked)
      orders.add(body.responses.map(({ id }: Part) => id).join())
    }
    expect(orders.size).toBeGreaterThan(1)
  })

  test.each([
    ['more than twenty', Array.from({ length: 21 }, (_, at) => item(String(at), '/users'))],
    ['the same id twice, in another case', [item('a', '/users'), item('A', '/users')]],
    ['a batch inside', [item('1', '/$batch')]],
    ['a whole address', [item('1', 'https://graph.microsoft.com/v1.0/users')]],
    ['a body without Content-Type', [{ id: '1', method: 'POST', url: '/me/revokeSignInSessions', body: {} }]],
    ['nothing', []],
    ['an item without method', [{ id: '1', url: '/users' }]],
    ['an id nobody has to depend on', [item('1', '/users', { dependsOn: ['7'] })]],
    ['a circle', [item('1', '/users', { dependsOn: ['2'] }), item('2', '/users', { dependsOn: ['1'] })]],
    ['an item that waits for itself', [item('1', '/users', { dependsOn: ['1'] })]],
  ])('with %s is refused as a whole', async (_what, requests) => {
    expect((await batch(requests)).status).toBe(400)
  })

  test('fails what depends on a failure with 424', async () => {
    const answer = await batch([
      item('1', '/users/nobody'),
      item('2', '/users', { dependsOn: ['1'] }),
      item('3', '/users', { dependsOn: ['2'] }),
    ])
    expect(part(answer, '2').status).toBe(424)
    expect(part(answer, '3').status).toBe(424)
  })

  test('waits for what comes later in it, ids in any case', async () => {
    const answer = await batch([
      item('A', '/users?$top=1', { dependsOn: ['b'] }),
      item('B', '/users/nobody'),
      item('c', '/users?$top=1', { dependsOn: ['D'] }),
      item('d', '/users?$top=1'),
    ])
    expect(part(answer, 'A').status).toBe(424)
    expect(part(answer, 'c').status).toBe(200)
  })

  test('gives each item its own headers and its own failure', async () => {
    emulator.set({ throttleScale: 1 })
    const answer = await batch([
      item('1', 'users?$top=1&$select=id'),
      item('2', '/v1.0/users'),
      item('3', '/users?$top=1&$top=2'),
      item('4', '/users/%zz'),
      item('5', '/users', { headers: { Authorization: 'Bearer none' } }),
      { id: '6', method: 'DELETE', url: '/users' },
    ])
    expect(answer.status).toBe(200)
    expect(part(answer, '1')).toMatchObject({
      status: 200,
      headers: { 'OData-Version': '4.0', 'Cache-Control': 'no-cache', 'x-ms-resource-unit': '1' },
    })
    expect([2, 3, 4, 5, 6].map((id) => part(answer, String(id)).status)).toEqual([400, 400, 400, 401, 405])
    expect(part(answer, '2').headers['Content-Type']).toBe('application/json')
  })

  test('wants the header of advanced queries in the item, not around it', async () => {
    const query = "/users?$count=true&$filter=endsWith(mail,'@aurora-components.example')&$select=id"
    const answer = await emulator.ask('POST /v1.0/$batch', {
      as: reader,
      headers: { ConsistencyLevel: 'eventual' },
      body: { requests: [item('1', query), item('2', query, { headers: { ConsistencyLevel: 'eventual' } })] },
    })
    expect(part(answer, '1').status).toBe(400)
    expect(part(answer, '2').status).toBe(200)
  })

  test('of the beta asks the beta', async () => {
    const requests = [item('1', `/users/${emulator.id('Elio')}/authentication/signInPreferences`)]
    const beta = await emulator.ask('POST /beta/$batch', { as: reader, body: { requests } })
    expect(part(beta, '1').status).toBe(200)
    expect(part(await batch(requests), '1').status).toBe(400)
  })

  test('needs a token of its own', async () => {
    expect((await batch([item('1', '/users')], 'none')).status).toBe(401)
  })

  test('throttles single items, with their own Retry-After', async () => {
    const answer = await batch([
      item('1', `/users/${emulator.id('Thea')}`),
      item('2', `/users/${emulator.id('Elio')}`),
    ])
    expect(part(answer, '1')).toMatchObject({ status: 429, headers: { 'Retry-After': '5' } })
    expect(part(answer, '2').status).toBe(200)
  })
})

// https://learn.microsoft.com/graph/throttling-limits
describe('throttling', () => {
  test('lets an app read five reports or logs in ten seconds', async () => {
    emulator.set({ throttleScale: 1 })
    const statuses: number[] = []
    for (let round = 0; round < 6; round += 1)
      statuses.push((await emulator.ask('GET /v1.0/auditLogs/directoryAudits', { as: reader })).status)
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429])
    const { headers } = await emulator.ask(
      'GET /v1.0/reports/authenticationMethods/userRegistrationDetails',
      { as: reader },
    )
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    emulator.set({ clockOffsetSeconds: 11 })
    expect((await emulator.ask('GET /v1.0/auditLogs/directoryAudits', { as: reader })).status).toBe(200)
  })

  test('counts resource units in the directory, and tells them', async () => {
    emulator.set({ throttleScale: 1 })
    const units = async (address: string) =>
      (await emulator.ask(`GET ${address}`, { as: reader })).headers.get('x-ms-resource-unit')
    expect(await units('/v1.0/users')).toBe('2')
    expect(await units('/v1.0/users?$select=id')).toBe('1')
    expect(await units(`/v1.0/users?$expand=manager`)).toBe('3')
    expect(await units('/v1.0/users?$top=10')).toBe('1')
    expect(await units(`/v1.0/users/${emulator.id('Elio')}`)).toBe('1')
    expect(await units(`/v1.0/groups/${emulator.world.tenant.groups[0]?.id}/transitiveMembers`)).toBe('5')
  })

  test('warns above eighty percent, then refuses with scope and reason', async () => {
    emulator.set({ throttleScale: 0.002 }) // 10 units instead of 5,000 for a tenant of 50 to 500
    const call = () => emulator.ask('GET /v1.0/users', { as: reader })
    const answers = [await call(), await call(), await call(), await call(), await call(), await call()]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 429])
    expect(answers[0]?.headers.get('x-ms-throttle-limit-percentage')).toBeNull()
    expect(answers[4]?.headers.get('x-ms-throttle-limit-percentage')).toBe('1.0')
    const last = answers[5]!
    expect(last.headers.get('x-ms-throttle-scope')).toBe(
      `Tenant_Application/ReadWrite/${emulator.world.apps.reader.clientId}/${emulator.world.tenant.id}`,
    )
    expect(last.headers.get('x-ms-throttle-information')).toBe('ResourceUnitLimitExceeded')
    expect(Number(last.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('of Conditional Access is one a second, without Retry-After', async () => {
    emulator.set({ throttleScale: 1 })
    const call = () => emulator.ask('GET /v1.0/identity/conditionalAccess/policies', { as: reader })
    expect((await call()).status).toBe(200)
    const refused = await call()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, null])
  })

  test('of people with signInActivity is ten a minute, five hundred a page', async () => {
    emulator.set({ throttleScale: 1 })
    const call = (top: number) =>
      emulator.ask(`GET /v1.0/users?$select=id,signInActivity&$top=${top}`, { as: reader })
    expect((await call(501)).status).toBe(400)
    const answers = await Promise.all(Array.from({ length: 10 }, () => call(500)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(9)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(1)
  })

  test('never strikes the methods API, for which no limit is published', async () => {
    emulator.set({ throttleScale: 0.0001 })
    const call = () =>
      emulator.ask(`GET /v1.0/users/${emulator.id('Elio')}/authentication/methods`, { as: reader })
    for (let round = 0; round < 10; round += 1) expect((await call()).status).toBe(200)
  })

  test('strikes Thea always, without a scope', async () => {
    for (const address of [
      `/v1.0/users/${emulator.id('Thea')}`,
      `/v1.0/users/${emulator.id('Thea')}/authentication/methods`,
    ]) {
      const { status, headers } = await emulator.ask(`GET ${address}`, { as: reader })
      expect([status, headers.get('retry-after'), headers.get('x-ms-throttle-scope')]).toEqual([
        429,
        '5',
        null,
      ])
    }
    const own = await emulator.ask('GET /v1.0/me/authentication/microsoftAuthenticatorMethods', {
      as: await emulator.token('self', 'Thea'),
    })
    expect(own.status).toBe(429)
    expect((await emulator.ask('GET /v1.0/users', { as: reader })).status).toBe(200)
  })
})
