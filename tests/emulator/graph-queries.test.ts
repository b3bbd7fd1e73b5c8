import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { type Emulator, openEmulator } from './emulator'

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

// microsoft-graph-docs-contrib issue 1321 (directory), microsoft-graph-docs issue 15592 (other back ends),
// msgraph-sdk-powershell issue 2466 (not a collection)
describe('query options', () => {
  test.each([
    ['/v1.0/users?$skip=10', 'Request_BadRequest', "Unrecognized query argument specified: '$skip'."],
    ['/v1.0/users?$foo=1', 'Request_BadRequest', "Unrecognized query argument specified: '$foo'."],
    ['/v1.0/users/delta?$top=10', 'Request_BadRequest', "Unrecognized query argument specified: '$top'."],
    ['/v1.0/directoryRoles?$top=5', 'Request_BadRequest', "Unrecognized query argument specified: '$top'."],
    [
      '/v1.0/reports/authenticationMethods/userRegistrationDetails?$count=true',
      'BadRequest',
      "The query specified in the URI is not valid. Query option 'Count' is not allowed. To allow it, set the 'AllowedQueryOptions' property on EnableQueryAttribute or QueryValidationSettings.",
    ],
    ['/v1.0/auditLogs/directoryAudits?$foo=1', 'BadRequest', "The query parameter '$foo' is not supported."],
    [
      '/v1.0/users/nobody?$top=3',
      'BadRequest',
      'The query specified in the URI is not valid. The requested resource is not a collection. Query options $filter, $orderby, $count, $skip, and $top can be applied only on collections.',
    ],
    [
      '/v1.0/users?$select=id&$select=mail',
      'BadRequest',
      "Query option '$select' was specified more than once, but it must be specified at most once.",
    ],
    [
      '/v1.0/users?$select=id,favouriteColour',
      'BadRequest',
      "Parsing OData Select and Expand failed: Could not find a property named 'favouriteColour' on type 'microsoft.graph.user'.",
    ],
    [
      '/v1.0/users?$expand=pets',
      'BadRequest',
      "Parsing OData Select and Expand failed: Could not find a property named 'pets' on type 'microsoft.graph.user'.",
    ],
  ])('%s is refused', async (address, code, message) => {
    const { status, body } = await get(address)
    expect([status, body.error.code, body.error.message]).toEqual([400, code, message])
  })

  test('without the dollar sign are options in the beta, and nothing in v1.0', async () => {
    expect((await get('/beta/users?top=3&select=id')).body.value).toHaveLength(3)
    expect((await get('/v1.0/users?top=3')).body.value).toHaveLength(100)
    expect((await get('/v1.0/users?favourite=blue')).status).toBe(200)
  })

  test('are read in any case', async () => {
    expect((await get('/v1.0/users?$TOP=3&$Select=id')).body.value).toHaveLength(3)
  })

  test('mean nothing to a call that changes something', async () => {
    const as = await emulator.token('desk', 'Hana')
    const call = `POST /v1.0/users/${emulator.id('Elio')}/revokeSignInSessions?$filter=x`
    expect((await emulator.ask(call, { as })).status).toBe(200)
  })

  // resources/user: properties that are there, though this tenant has nothing in them
  test('select what a user has at Microsoft, if only empty', async () => {
    const { body } = await get(
      `/v1.0/users/${emulator.id('Elio')}?$select=city,proxyAddresses,signInActivity`,
    )
    expect(body).toMatchObject({ city: null, proxyAddresses: [], signInActivity: null })
  })
})

// https://learn.microsoft.com/graph/aad-advanced-queries
describe('ConsistencyLevel', () => {
  const refused = async (address: string, headers = {}) => {
    const { status, body } = await get(address, headers)
    return [status, body.error?.code, body.error?.message]
  }

  test('is needed for $count in the path', async () => {
    expect(await refused('/v1.0/users/$count')).toEqual([
      400,
      'Request_BadRequest',
      '$count is not currently supported.',
    ])
  })

  test('missing, leaves $count=true out without a word', async () => {
    const { status, body } = await get('/v1.0/users?$count=true')
    expect(status).toBe(200)
    expect(body).not.toHaveProperty('@odata.count')
  })

  test('is needed for $search', async () => {
    expect(await refused('/v1.0/users?$search="displayName:Elio"')).toEqual([
      400,
      'Request_UnsupportedQuery',
      "Request with $search query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'",
    ])
  })

  test.each([
    ["endsWith(mail,'.example')", 'endsWith'],
    ["displayName ne 'Elio Esposito'", 'ne'],
    ["not startsWith(displayName,'E')", 'not'],
  ])('and $count are needed for %s', async (filter, operator) => {
    const address = `/v1.0/users?$filter=${encodeURIComponent(filter)}`
    const message = `Operator '${operator}' is not supported because the required parameters might be missing. Try adding $count=true query parameter and ConsistencyLevel:eventual header. Refer to https://aka.ms/graph-docs/advanced-queries for more information`
    expect(await refused(address)).toEqual([400, 'Request_UnsupportedQuery', message])
    expect((await refused(address, eventual))[0]).toBe(400)
    expect((await refused(`${address}&$count=true`))[0]).toBe(400)
    expect((await get(`${address}&$count=true`, eventual)).status).toBe(200)
  })

  // The table of user properties on the same page
  test.each([
    ["companyName eq 'Partner'", 400, 200],
    ["officeLocation eq 'Milan'", 400, 200],
    ["preferredLanguage eq 'it-IT'", 400, 200],
    ['department eq null', 400, 200],
    ["department eq 'Sales'", 200, 200],
    ["startsWith(jobTitle,'S')", 400, 400],
    ["userType eq 'Guest'", 200, 200],
    ["surname ge 'M'", 200, 200],
    ["endsWith(displayName,'o')", 400, 400],
    ['lastPasswordChangeDateTime ge 2026-01-01T00:00:00Z', 400, 400],
    ["contains(displayName,'li')", 400, 400],
  ])('decides what can be filtered: %s answers %i without and %i with', async (filter, plain, advanced) => {
    const address = `/v1.0/users?$count=true&$filter=${encodeURIComponent(filter)}`
    expect((await get(address)).status).toBe(plain)
    expect((await get(address, eventual)).status).toBe(advanced)
  })

  test('names the property that cannot be filtered by', async () => {
    const [, code, message] = await refused("/v1.0/users?$filter=officeLocation eq 'Milan'")
    expect([code, message]).toEqual([
      'Request_UnsupportedQuery',
      "Unsupported or invalid query filter clause specified for property 'officeLocation' of resource 'User'.",
    ])
  })

  test('and $expand do not go together', async () => {
    expect((await get('/v1.0/users?$count=true&$expand=manager', eventual)).status).toBe(400)
  })

  test.each([
    ['$orderby=displayName desc', 200],
    ['$orderby=createdDateTime', 400],
    ['$orderby=department', 400],
  ])('%s alone answers %i', async (query, status) => {
    expect((await get(`/v1.0/users?${query}`)).status).toBe(status)
  })
})

// https://learn.microsoft.com/graph/api/user-list-memberof, user-list-transitivememberof
describe('memberships', () => {
  const of = (rest: string) => `/v1.0/users/${emulator.id('Elio')}/transitiveMemberOf${rest}`

  test('are groups, roles and units, each with its type', async () => {
    const { body } = await get(of(''))
    const types = new Set(body.value.map((item: { '@odata.type': string }) => item['@odata.type']))
    expect(types).toEqual(new Set(['#microsoft.graph.group', '#microsoft.graph.administrativeUnit']))
  })

  test.each([
    ["?$filter=startswith(displayName,'Site')&$count=true", 'startswith on a relationship'],
    ['?$orderby=displayName&$count=true', 'orderby'],
    ['/microsoft.graph.group?$count=true', 'a cast'],
  ])('with %s want header and $count: %s', async (rest) => {
    expect((await get(of(rest))).status).toBe(400)
    expect(
      (
        await get(
          of(rest)
            .replace(/[?&]\$count=true/, '?')
            .replace('?&', '?'),
          eventual,
        )
      ).status,
    ).toBe(400)
    const { status, body } = await get(of(rest), eventual)
    expect(status).toBe(200)
    expect(body['@odata.count']).toBe(body.value.length)
  })

  test('cast without the header where a setting says so, as the page’s own example has it', async () => {
    emulator.set({ castsNeedHeader: false })
    expect((await get(of('/microsoft.graph.group'))).status).toBe(200)
  })

  test('can be counted and searched', async () => {
    expect((await get(of('/microsoft.graph.group/$count'))).status).toBe(400)
    const all = (await get(of('/microsoft.graph.group/$count'), eventual)).body
    expect(all).toBeGreaterThan(2)
    const { body } = await get(of('/microsoft.graph.group?$count=true&$search="displayName:site"'), eventual)
    expect(body.value.map(({ displayName }: { displayName: string }) => displayName)).toEqual(['Site Milan'])
  })

  test('of a group cast to users or to groups', async () => {
    const group = emulator.world.tenant.groups.find(({ displayName }) => displayName === 'New phones 2026')
    const users = await get(`/v1.0/groups/${group?.id}/members/microsoft.graph.user?$count=true`, eventual)
    expect(users.body.value).toHaveLength(6)
    expect(users.body['@odata.count']).toBe(6)
    expect(users.body.value[0]).not.toHaveProperty('@odata.type')
    const inner = await get(`/v1.0/groups/${group?.id}/members/microsoft.graph.group?$count=true`, eventual)
    expect(inner.body.value).toHaveLength(1)
  })
})

// https://learn.microsoft.com/graph/paging
describe('pages', () => {
  async function walk(address: string) {
    const ids: string[] = []
    let empty = 0
    let pages = 0
    for (let next: string | undefined = address; next; ) {
      const { status, body } = await get(next)
      expect(status).toBe(200)
      ids.push(...body.value.map(({ id }: { id: string }) => id))
      if (body.value.length === 0) empty += 1
      pages += 1
      next = body['@odata.nextLink']
    }
    return { ids, empty, pages }
  }

  test.each([
    ['/v1.0/users?$top=60&$select=id', people],
    ['/v1.0/users/delta?$select=id', people],
    ['/v1.0/reports/authenticationMethods/userRegistrationDetails?$top=60', null],
    ['/v1.0/groups?$top=4', null],
  ])('of %s may be empty in between, and nobody is lost', async (address, count) => {
    const plain = await walk(address)
    expect(plain.empty).toBe(0)
    emulator.set({ emptyPages: 'everywhere' })
    const spread = await walk(address)
    expect(spread.empty).toBe(plain.pages - 1)
    expect(spread.ids).toEqual(plain.ids)
    if (count !== null) expect(new Set(spread.ids).size).toBe(count)
  })

  test('have links that say nothing to their reader', async () => {
    const { body } = await get('/v1.0/users?$top=60')
    const token = new URL(body['@odata.nextLink']).searchParams.get('$skiptoken') ?? ''
    expect(Buffer.from(token, 'base64url').toString('latin1')).not.toMatch(/60|at|payload/)
    const again = (await get('/v1.0/users?$top=60')).body['@odata.nextLink']
    expect(again).not.toBe(body['@odata.nextLink'])
  })

  test('go on for the same question only', async () => {
    const { body } = await get('/v1.0/users?$top=60&$select=id')
    const link = body['@odata.nextLink']
    const refused = [
      link.replace('select=id', 'select=mail'),
      link.replace('/users?', '/groups?'),
      link.replace(/skiptoken=...../, 'skiptoken=AAAAA'),
    ]
    for (const changed of refused) {
      const answer = await get(changed)
      expect([answer.status, answer.body.error.code]).toEqual([400, 'Directory_ExpiredPageToken'])
    }
    expect((await get(link)).status).toBe(200)
  })
})

// https://learn.microsoft.com/graph/delta-query-overview
describe('delta', () => {
  const delta = async (address: string) => (await get(address)).body
  const start = async (query = '') => (await delta(`/v1.0/users/delta${query}`))['@odata.nextLink']

  async function end(address: string): Promise<string> {
    for (let next = address; ; ) {
      const body = await delta(next)
      if (body['@odata.deltaLink']) return body['@odata.deltaLink']
      next = body['@odata.nextLink']
    }
  }

  test('tells who is in the bin, who is gone for good, and who came back', async () => {
    let link = await end(await start())
    const lia = emulator.id('Lia')
    await emulator.control('DELETE /person/Lia')
    let body = await delta(link)
    expect(body.value).toEqual([{ id: lia, '@removed': { reason: 'changed' } }])
    link = body['@odata.deltaLink']
    await emulator.control(`POST /person/${lia}/restore`)
    body = await delta(link)
    expect(body.value[0]).toMatchObject({ id: lia, displayName: 'Lia Legacy' })
    link = body['@odata.deltaLink']
    await emulator.control('DELETE /person/Lia?permanently=true')
    body = await delta(link)
    expect(body.value).toEqual([{ id: lia, '@removed': { reason: 'deleted' } }])
    expect((await emulator.control(`POST /person/${lia}/restore`)).status).toBe(404)
  })

  test('looks at the people it was asked for only', async () => {
    const [elio, lia] = [emulator.id('Elio'), emulator.id('Lia')]
    const filter = encodeURIComponent(`id eq '${elio}' or id eq '${lia}'`)
    const first = await delta(`/v1.0/users/delta?$select=displayName&$filter=${filter}`)
    expect(first.value.map(({ id }: { id: string }) => id)).toEqual([elio, lia])
    await emulator.control('PATCH /person/Petra', { jobTitle: 'Chief' })
    await emulator.control('PATCH /person/Lia', { jobTitle: 'Chief' })
    const next = await delta(first['@odata.deltaLink'])
    expect(next.value).toEqual([{ id: lia, displayName: 'Lia Legacy' }])
  })

  test.each([
    "startswith(displayName,'E')",
    Array.from({ length: 51 }, (_, at) => `id eq '${at}'`).join(' or '),
  ])('does not filter by %s', async (filter) => {
    const { status, body } = await get(`/v1.0/users/delta?$filter=${encodeURIComponent(filter)}`)
    // microsoft-graph-docs-contrib issue 1321
    expect([status, body.error.message]).toEqual([400, "Unrecognized query argument specified: ''."])
  })

  test('links are as closed as others', async () => {
    const link = await end(await start())
    const token = new URL(link).searchParams.get('$deltatoken') ?? ''
    expect(Buffer.from(token, 'base64url').toString('latin1')).not.toContain('since')
    const broken = await get(link.replace(/deltatoken=...../, 'deltatoken=AAAAA'))
    expect([broken.status, broken.body.error.code]).toEqual([410, 'syncStateNotFound'])
  })
})

// https://learn.microsoft.com/graph/api/user-revokesigninsessions: external users sign in through their home tenant
test('revoking says true and changes nothing for a guest of another organisation', async () => {
  const guests = await get(
    `/v1.0/users?$filter=userType eq 'Guest'&$select=id,signInSessionsValidFromDateTime`,
  )
  const [{ id, signInSessionsValidFromDateTime }] = guests.body.value
  const as = await emulator.token('desk', 'Hana')
  const answer = await emulator.ask(`POST /v1.0/users/${id}/revokeSignInSessions`, { as })
  expect([answer.status, answer.body.value]).toEqual([200, true])
  const after = await get(`/v1.0/users/${id}?$select=signInSessionsValidFromDateTime`)
  expect(after.body.signInSessionsValidFromDateTime).toBe(signInSessionsValidFromDateTime)
})

test('/me is the person a token names, in every path', async () => {
  const as = await emulator.token('desk', 'Hana')
  const me = async (rest: string) => (await emulator.ask(`GET /v1.0/me${rest}`, { as })).body
  expect((await me('')).id).toBe(emulator.id('Hana'))
  expect((await me('?$select=department')).department).toBe('IT Operations')
  expect((await me('/manager')).displayName).toBe('Paola Planner')
  expect((await me('/authentication/methods')).value[0]['@odata.type']).toBe(
    '#microsoft.graph.passwordAuthenticationMethod',
  )
  const app = await emulator.ask('GET /v1.0/me', { as: reader })
  expect(app.body.error.message).toBe('/me request is only valid with delegated authentication flow.')
})
