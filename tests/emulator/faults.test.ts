import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'

import { type Emulator, openEmulator } from './emulator'

let emulator: Emulator
let desk: string
beforeAll(async () => {
  emulator = await openEmulator()
})
beforeEach(async () => {
  await emulator.reset()
  desk = await emulator.token('desk', 'Hana')
})
afterAll(() => emulator.stop())

const script = (fault: string, more = {}) =>
  emulator.control('POST /faults', { fault, match: { method: 'DELETE' }, ...more })
const numbers = () =>
  `/v1.0/users/${emulator.id('Elio')}/authentication/phoneMethods/3179e48a-750b-4051-897c-87b9720928f7`
const remove = () => emulator.ask(`DELETE ${numbers()}`, { as: desk })
const isGone = async () => (await emulator.ask(`GET ${numbers()}`, { as: desk })).status === 404
const deletions = async () => {
  const { body } = await emulator.control('GET /ledger')
  return body.entries.filter(({ action }: { action: string }) => action === 'method.deleted').length
}
const holding = (count: number) =>
  expect.poll(async () => (await emulator.control('GET /holds')).body.holds.length).toBe(count)

test.each(['429', '429-date', '429-bare', '503'])(
  '%s refuses once, before anything happens',
  async (fault) => {
    await script(fault)
    const refused = await remove()
    expect(refused.status).toBe(Number(fault.slice(0, 3)))
    const retryAfter = refused.headers.get('retry-after')
    if (fault === '429') expect(retryAfter).toBe('2')
    else if (fault === '429-date') expect(retryAfter).toMatch(/^\w{3}, \d\d \w{3} \d{4} .* GMT$/)
    else expect(retryAfter).toBeNull()
    expect(await isGone()).toBe(false)
    expect((await remove()).status).toBe(204)
  },
)

test.each([
  ['401-expired', 401],
  ['401-claims', 401],
  ['403-premium', 403],
  ['500', 500],
  ['502', 502],
])('%s refuses with %i, before anything happens', async (fault, status) => {
  await script(fault)
  expect((await remove()).status).toBe(status)
  expect(await isGone()).toBe(false)
})

// https://learn.microsoft.com/entra/identity-platform/claims-challenge
test('401-claims brings the challenge, its claims in Base64', async () => {
  await script('401-claims')
  const challenge = (await remove()).headers.get('www-authenticate') ?? ''
  expect(challenge).toContain('error="insufficient_claims"')
  const claims = JSON.parse(Buffer.from(/claims="([^"]+)"/.exec(challenge)?.[1] ?? '', 'base64').toString())
  expect(claims.access_token.nbf.essential).toBe(true)
})

describe('a list that leads astray', () => {
  const page = async (address: string) =>
    (await emulator.ask(`GET ${address}`, { as: desk, isSpoilt: true })).body
  const onPages = { match: { method: 'GET', path: '/users(/delta)?\\?' } }

  test('points to another host', async () => {
    await script('next-foreign', onPages)
    const { value, ...links } = await page('/v1.0/users?$select=id')
    expect(value).toHaveLength(60)
    expect(URL.parse(links['@odata.nextLink'])?.host).toBe('graph.microsoft.com.elsewhere.example')
  })

  test('points to itself, and a delta round never ends', async () => {
    await script('next-loop', { ...onPages, times: null })
    const first = await page('/v1.0/users/delta?$select=id')
    expect(first).not.toHaveProperty('@odata.deltaLink')
    const again = first['@odata.nextLink'].replace('https://graph.microsoft.com', '')
    expect((await page(again))['@odata.nextLink']).toBe(first['@odata.nextLink'])
  })

  test('lets the token expire between two pages', async () => {
    await script('401-expired', { match: { path: 'skiptoken=' } })
    const first = await page('/v1.0/users?$top=20')
    const next = first['@odata.nextLink'].replace('https://graph.microsoft.com', '')
    const refused = await emulator.ask(`GET ${next}`, { as: desk })
    expect([refused.status, refused.body.error.code]).toEqual([401, 'InvalidAuthenticationToken'])
    expect((await emulator.ask(`GET ${next}`, { as: desk })).status).toBe(200)
  })
})

test('slow answers late', async () => {
  await script('slow', { delayMs: 150 })
  const before = performance.now()
  expect((await remove()).status).toBe(204)
  expect(performance.now() - before).toBeGreaterThan(145)
})

test('a round trip takes at least as long as was set', async () => {
  emulator.set({ roundTripMs: 120 })
  const before = performance.now()
  await emulator.ask('GET /v1.0/users?$top=1', { as: desk })
  expect(performance.now() - before).toBeGreaterThan(115)
})

test('504-after carries out, and says it did not', async () => {
  await script('504-after')
  expect((await remove()).status).toBe(504)
  expect(await isGone()).toBe(true)
})

test('reset-before breaks the line before the effect, reset-after behind it', async () => {
  await script('reset-before')
  await expect(remove()).rejects.toThrow()
  expect(await isGone()).toBe(false)
  await script('reset-after')
  await expect(remove()).rejects.toThrow()
  expect(await isGone()).toBe(true)
  expect(await deletions()).toBe(1)
})

test('truncated sends half a body, wrong-type sends a page', async () => {
  await script('truncated', { match: { path: 'phoneMethods$' } })
  const list = () => emulator.ask(`GET ${numbers().replace(/\/[^/]*$/, '')}`, { as: desk, isSpoilt: true })
  await expect(list()).rejects.toThrow()
  await script('wrong-type', { match: { path: 'phoneMethods$' } })
  const page = await list()
  expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html'])
})

test('a held request is carried out only when it is let go', async () => {
  await script('hold')
  const waiting = remove()
  await holding(1)
  expect(await isGone()).toBe(false)
  expect((await emulator.control('POST /holds/release', {})).body.released).toBe(1)
  expect((await waiting).status).toBe(204)
  expect(await isGone()).toBe(true)
})

test('a held answer has had its effect already', async () => {
  await script('hold-after')
  const waiting = remove()
  await holding(1)
  expect(await isGone()).toBe(true)
  await emulator.control('POST /holds/release', {})
  expect((await waiting).status).toBe(204)
})

test('whoever gives up during a hold leaves no effect behind', async () => {
  await script('hold')
  const given = new AbortController()
  const waiting = fetch(emulator.origin + numbers(), {
    method: 'DELETE',
    headers: { authorization: `Bearer ${desk}` },
    signal: given.signal,
  })
  await holding(1)
  given.abort()
  await expect(waiting).rejects.toThrow()
  await holding(0)
  expect(await isGone()).toBe(false)
})

test('timeout says nothing at all', async () => {
  await script('timeout')
  const waiting = fetch(emulator.origin + numbers(), {
    method: 'DELETE',
    headers: { authorization: `Bearer ${desk}` },
    signal: AbortSignal.timeout(200),
  })
  await expect(waiting).rejects.toThrow(/timeout/)
  expect(await isGone()).toBe(false)
})

describe('a line of the script', () => {
  test('strikes the person it names and nobody else, and counts', async () => {
    await script('503', { match: { person: 'elio.esposito@aurora-components.example' }, times: 2 })
    const read = (name: string) => emulator.ask(`GET /v1.0/users/${emulator.id(name)}`, { as: desk })
    expect((await read('Lia')).status).toBe(200)
    expect((await read('Elio')).status).toBe(503)
    expect((await read('Elio')).status).toBe(503)
    expect((await read('Elio')).status).toBe(200)
    expect((await emulator.control('GET /faults')).body.faults[0]).toMatchObject({ hits: 2, left: 0 })
  })

  test('strikes one app only when it names it', async () => {
    await script('503', { match: { app: 'desk' }, times: null })
    expect((await emulator.ask('GET /v1.0/users', { as: desk })).status).toBe(503)
    expect((await emulator.ask('GET /v1.0/users', { as: await emulator.token('reader') })).status).toBe(200)
    await emulator.control('DELETE /faults')
    expect((await emulator.ask('GET /v1.0/users', { as: desk })).status).toBe(200)
  })

  test('is refused when it is misspelt', async () => {
    expect((await script('tomorrow')).status).toBe(400)
    expect((await script('503', { macth: {} })).status).toBe(400)
  })
})

test('the ledger ties each change to its request, and holds no refusals', async () => {
  const headers = { 'client-request-id': '3f1f6f0c-8a55-4d3a-9a40-0e1c44c0a001' }
  await emulator.ask(`DELETE ${numbers()}`, { as: desk, headers })
  await emulator.ask(`DELETE ${numbers()}`, { as: desk, headers })
  const { body } = await emulator.control('GET /ledger')
  expect(body.entries).toHaveLength(1)
  expect(body.entries[0]).toMatchObject({
    action: 'method.deleted',
    actorId: emulator.id('Hana'),
    appId: emulator.world.apps.desk.clientId,
    targetId: emulator.id('Elio'),
    clientRequestId: headers['client-request-id'],
    detail: { kind: 'phone', methodId: '3179e48a-750b-4051-897c-87b9720928f7' },
  })
})

test('the switches are not for other sites', async () => {
  const answer = await fetch(`${emulator.origin}/emulator/reset`, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  expect(answer.status).toBe(403)
})
