import { beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { db } from '@/db/client'
import { delegatedAccess, readerAccess } from '@/lib/graph/access'
import { callGraph } from '@/lib/graph/client'
import { forgetToken } from '@/lib/graph/client-token'
import { callPage } from '@/lib/graph/pages'
import { answerInsteadOfGraph, say } from '@/tests/support/answers'
import { control, fault, tokenOf } from '@/tests/support/control'

const answer = z.object({ value: z.array(z.unknown()) })
const read = (options: { priority?: 'high' | 'low'; timeoutMs?: number; signal?: AbortSignal } = {}) => {
  const { priority = 'high', ...call } = options
  return callGraph(readerAccess(priority), '/users?$top=1', { answer, ...call })
}
const write = () =>
  callGraph(readerAccess(), '/users/11111111-1111-4111-8111-111111111111/revokeSignInSessions', {
    method: 'POST',
    body: {},
    answer: z.unknown(),
  })

beforeEach(async () => {
  await control('POST', '/reset')
  await db.execute(`update graph_allowances set blocked_until = null, share = 1, level = burst`)
})

const hits = async () => {
  const { faults } = (await control('GET', '/faults')) as { faults: { hits: number }[] }
  return faults[0]?.hits
}

describe('a call that goes well', () => {
  test('carries an id of ours and gives Microsoft’s back', async () => {
    const { receipt } = await read()
    expect(receipt).toMatchObject({ status: 200 })
    expect(receipt.requestId).toMatch(/^[0-9a-f-]{36}$/)
    expect(receipt.clientRequestId).toMatch(/^[0-9a-f-]{36}$/)
  })

  test('waits as long as a 429 asks, in seconds or by date, and asks again', async () => {
    await fault({ fault: '429', match: { path: '^/v1.0/users' }, retryAfterSeconds: 1 })
    const started = performance.now()
    expect((await read()).receipt.status).toBe(200)
    expect(performance.now() - started).toBeGreaterThan(950)

    await fault({ fault: '429-date', match: { path: '^/v1.0/users' }, retryAfterSeconds: 2 })
    expect((await read()).receipt.status).toBe(200)
  })

  test('waits a little by itself when a 429 does not say how long', async () => {
    await fault({ fault: '429-bare', match: { path: '^/v1.0/users' } })
    const started = performance.now()
    expect((await read()).receipt.status).toBe(200)
    expect(performance.now() - started).toBeGreaterThan(950)
  })

  test('takes a fresh token once when the old one is refused', async () => {
    const graph = await answerInsteadOfGraph((_request, response) =>
      graph.heard.length === 1
        ? say(response, { error: { code: 'InvalidAuthenticationToken', message: '' } }, 401)
        : say(response, { value: [] }),
    )
    forgetToken('reader')
    await expect(read()).resolves.toMatchObject({ receipt: { status: 200 } })
    expect(graph.heard).toHaveLength(2)
    await graph.stop()
    forgetToken('reader')
  })
})

describe('a call that fails', () => {
  test('a longer wait than a click has patience for is told at once, with its end', async () => {
    await fault({ fault: '429', match: { path: '^/v1.0/users' }, retryAfterSeconds: 60 })
    const started = performance.now()
    await expect(read()).rejects.toMatchObject({ kind: 'unavailable', code: 'graph_throttled' })
    expect(performance.now() - started).toBeLessThan(1_000)
    // And nobody else runs into it: the limit itself is known to be used up.
    const next = read()
    await expect(next).rejects.toMatchObject({ code: 'graph_throttled' })
    await expect(next).rejects.toHaveProperty('detail.retryAt', expect.any(String))
  })

  test.each([
    ['503', 'graph_unavailable'],
    ['reset-before', 'graph_unavailable'],
    ['reset-after', 'graph_unavailable'],
    ['wrong-type', 'graph_malformed'],
  ])('%s is no answer, and is not asked again', async (kind, code) => {
    await fault({ fault: kind, match: { path: '^/v1.0/users' } })
    await expect(read()).rejects.toMatchObject({ kind: 'unavailable', code })
    expect((await read()).receipt.status).toBe(200)
  })

  test('a truncated answer is no answer', async () => {
    await fault({ fault: 'truncated', match: { path: '^/v1.0/users' } })
    await expect(read()).rejects.toMatchObject({
      kind: 'unavailable',
      code: expect.stringMatching(/graph_(malformed|unavailable)/),
    })
  })

  test('an answer that does not come is not waited for', async () => {
    await fault({ fault: 'hold', match: { path: '^/v1.0/users' } })
    await expect(read({ timeoutMs: 300 })).rejects.toMatchObject({ code: 'graph_unavailable' })
  })

  test('a caller who gives up is let go', async () => {
    await fault({ fault: 'hold', match: { path: '^/v1.0/users' } })
    const giveUp = new AbortController()
    setTimeout(() => giveUp.abort(), 100)
    await expect(read({ signal: giveUp.signal })).rejects.toMatchObject({ code: 'graph_unavailable' })
  })

  test('an answer of another shape than documented is not guessed at', async () => {
    const call = callGraph(readerAccess(), '/users?$top=1', { answer: z.object({ value: z.string() }) })
    await expect(call).rejects.toMatchObject({ code: 'graph_malformed', detail: { at: ['value'] } })
  })

  test.each([0, 1])(
    'a write that meets a 429 is not repeated (Retry-After: %i)',
    async (retryAfterSeconds) => {
      await fault({ fault: '429', match: { method: 'POST' }, times: 5, retryAfterSeconds })
      await expect(write()).rejects.toMatchObject({ code: 'graph_throttled' })
      expect(await hits()).toBe(1)
    },
  )

  test('a read that is told again and again not to wait is not asked without end', async () => {
    await fault({ fault: '429', match: { path: '^/v1.0/users' }, times: null, retryAfterSeconds: 0 })
    await expect(read()).rejects.toMatchObject({ code: 'graph_throttled' })
    expect(await hits()).toBeLessThanOrEqual(5)
  })

  test('an agent whose role is not active is told so', async () => {
    await control('POST', '/person/Hana/roles/deactivate', {})
    const access = delegatedAccess('desk', await tokenOf('desk', 'Hana'))
    const { people } = (await control('GET', '/about')) as { people: { id: string; displayName: string }[] }
    const elio = people.find(({ displayName }) => displayName.startsWith('Elio'))!
    const call = callGraph(access, `/users/${elio.id}/authentication/methods`, { answer })
    await expect(call).rejects.toMatchObject({ kind: 'refused', code: 'graph_role_inactive' })
  })

  test('a person’s token that Microsoft no longer takes asks for a fresh sign-in', async () => {
    const call = callGraph(delegatedAccess('self', 'expired'), '/me', { answer: z.unknown() })
    await expect(call).rejects.toMatchObject({ kind: 'forbidden', code: 'step_up_needed' })
  })
})

describe('a token', () => {
  test('does not follow a link to another host', async () => {
    const graph = await answerInsteadOfGraph((_request, response) =>
      say(response, { value: [], '@odata.nextLink': 'https://graph.microsoft.com.evil.example/v1.0/users' }),
    )
    forgetToken('reader')
    const page = callPage(readerAccess(), '/users', { item: z.unknown() })
    await expect(page).rejects.toMatchObject({ code: 'graph_malformed', detail: { what: 'foreign_link' } })
    for (const link of [
      'http://graph.microsoft.com/v1.0/users',
      'https://graph.microsoft.com:444/v1.0/users',
    ])
      await expect(callPage(readerAccess(), link, { item: z.unknown() })).rejects.toThrow()
    expect(graph.heard).toHaveLength(1)
    await graph.stop()
    forgetToken('reader')
  })

  test('does not follow a redirect', async () => {
    const elsewhere = await answerInsteadOfGraph((_request, response) => say(response, { value: [] }))
    const target = elsewhere.url
    const graph = await answerInsteadOfGraph((_request, response) =>
      response.writeHead(302, { location: `${target}/v1.0/users` }).end(),
    )
    forgetToken('reader')
    await expect(read()).rejects.toMatchObject({ kind: 'unavailable', code: 'graph_malformed' })
    expect(elsewhere.heard).toEqual([])
    await graph.stop()
    await elsewhere.stop()
    forgetToken('reader')
  })

  test('is written for Graph’s own address, and links are asked exactly as they were given', async () => {
    const graph = await answerInsteadOfGraph((_request, response) => say(response, { value: [] }))
    forgetToken('reader')
    const link = 'https://graph.microsoft.com/v1.0/users?$skiptoken=a=b%3D%26&x=1&x=2'
    await callPage(readerAccess(), link, { item: z.unknown() })
    expect(graph.heard[0]?.url).toBe('/v1.0/users?$skiptoken=a=b%3D%26&x=1&x=2')
    expect(graph.heard[0]?.headers).toMatchObject({
      authorization: 'Bearer secret-token',
      'x-ms-throttle-priority': 'low',
    })
    await graph.stop()
    forgetToken('reader')
  })
})
