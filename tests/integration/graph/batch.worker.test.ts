import { beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import { db } from '@/db/client'
import { readerAccess } from '@/lib/graph/access'
import { callBatch } from '@/lib/graph/batch'
import { answerInsteadOfGraph, say } from '@/tests/support/answers'
import { control, fault } from '@/tests/support/control'

const Named = z.object({ displayName: z.string() })
type Named = z.infer<typeof Named>
const reader = readerAccess('high')

beforeEach(async () => {
  await control('POST', '/reset')
  await db.execute(`update graph_allowances set blocked_until = null, share = 1, refused_share = 0, level = burst,
    level_at = clock_timestamp(), throttled_at = null, throttled_target = null`)
})

async function idsOf(count: number): Promise<string[]> {
  const { people } = (await control('GET', '/about')) as { people: { id: string }[] }
  return people.slice(0, count).map(({ id }) => id)
}

const idOf = async (name: string) => ((await control('GET', `/person/${name}`)) as { id: string }).id
const readingOf = (id: string) => ({ path: `/users/${id}?$select=displayName`, answer: Named })
const namesOf = (results: readonly PromiseSettledResult<{ value: Named }>[]) =>
  results.map((result) =>
    result.status === 'fulfilled' ? result.value.value.displayName : result.reason.code,
  )

async function batchHits(): Promise<number[]> {
  const { faults } = (await control('GET', '/faults')) as { faults: { hits: number }[] }
  return faults.map(({ hits }) => hits)
}

test('answers come in the order asked, whatever order they arrive in', async () => {
  const names = ['Elio', 'Piero', 'Hana', 'Olga', 'Lea']
  const ids = await Promise.all(names.map(idOf))
  const results = await callBatch<Named[]>(reader, ids.map(readingOf))
  expect(namesOf(results).map((name) => name.split(' ')[0])).toEqual(names)
  const receipts = results.map((result) =>
    result.status === 'fulfilled' ? result.value.receipt.requestId : null,
  )
  expect(new Set(receipts).size).toBe(names.length)
})

test('more than twenty go in more than one request', async () => {
  const id = await idOf('Elio')
  await fault({ fault: 'slow', match: { path: '\\$batch' }, times: null, delayMs: 1 })
  const results = await callBatch<Named[]>(
    reader,
    Array.from({ length: 45 }, () => readingOf(id)),
  )
  expect(new Set(namesOf(results)).size).toBe(1)
  expect(await batchHits()).toEqual([3])
})

test('one that is throttled is asked for again alone, after its own wait', async () => {
  const [elio, piero] = await Promise.all(['Elio', 'Piero'].map(idOf))
  await fault({ fault: '429', match: { path: `/users/${elio}` }, times: 1, retryAfterSeconds: 1 })
  await fault({ fault: 'slow', match: { path: '\\$batch' }, times: null, delayMs: 1 })
  const started = performance.now()
  const results = await callBatch<Named[]>(reader, [readingOf(elio!), readingOf(piero!)])
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
  expect(performance.now() - started).toBeGreaterThan(950)
  expect(await batchHits()).toEqual([1, 1])
})

test('who is always throttled does not spoil the others', async () => {
  const [thea, elio] = await Promise.all(['Thea', 'Elio'].map(idOf))
  const results = await callBatch<Named[]>(reader, [readingOf(thea!), readingOf(elio!)])
  expect(namesOf(results)[0]).toBe('graph_throttled')
  expect(results[1]?.status).toBe('fulfilled')
})

test('somebody who is gone, and a 503, each fail alone', async () => {
  const [elio, piero] = await Promise.all(['Elio', 'Piero'].map(idOf))
  await fault({ fault: '503', match: { path: `/users/${elio}` }, times: 1 })
  const nobody = '11111111-1111-4111-8111-111111111111'
  const results = await callBatch<Named[]>(reader, [nobody, elio!, piero!].map(readingOf))
  expect(namesOf(results).slice(0, 2)).toEqual(['not_found', 'graph_unavailable'])
  expect(results[2]?.status).toBe('fulfilled')
})

test.each([
  ['reset-before', 'graph_unavailable'],
  ['truncated', 'graph_unavailable'],
  ['wrong-type', 'graph_malformed'],
])('a batch lost to %s says nothing of anybody', async (kind, code) => {
  const ids = await idsOf(3)
  await fault({ fault: kind, match: { path: '\\$batch' } })
  await expect(callBatch<Named[]>(reader, ids.map(readingOf))).rejects.toMatchObject({ code })
})

test('a batch that is refused as a whole says nothing of anybody', async () => {
  const graph = await answerInsteadOfGraph((_request, response) => say(response, {}, 503))
  try {
    const asked = callBatch<Named[]>(reader, ['a', 'b'].map(readingOf))
    await expect(asked).rejects.toMatchObject({ code: 'graph_unavailable' })
    expect(graph.heard).toHaveLength(1)
  } finally {
    await graph.stop()
  }
})

test('one that was not tried because another failed is asked for alone; one without an answer is unknown', async () => {
  const graph = await answerInsteadOfGraph((_request, response, url) => {
    if (!url.endsWith('$batch')) return say(response, { displayName: 'Alone' })
    say(response, {
      responses: [
        { id: '1', status: 424, headers: {}, body: { error: { code: 'FailedDependency', message: '' } } },
        {
          id: '0',
          status: 200,
          headers: { 'Content-Type': 'application/json' },
          body: { displayName: 'First' },
        },
      ],
    })
  })
  try {
    const results = await callBatch<Named[]>(reader, ['a', 'b', 'c'].map(readingOf))
    expect(namesOf(results)).toEqual(['First', 'Alone', 'graph_malformed'])
    // Its item named none, so the request around it is how to find it again.
    const [first] = results
    expect(first?.status === 'fulfilled' && first.value.receipt.requestId).toBe('request-1')
    expect(graph.heard.map(({ method }) => method)).toEqual(['POST', 'GET'])
  } finally {
    await graph.stop()
  }
})

test('each counts against the limit as if it went alone', async () => {
  const id = await idOf('Elio')
  await callBatch<Named[]>(
    reader,
    Array.from({ length: 20 }, () => readingOf(id)),
  )
  const [row] = await db.execute<{ used: number }>(
    `select burst - level as used from graph_allowances where app = 'reader' and family = 'identity'`,
  )
  expect(row?.used).toBe(20)
})

test('whoever gives up is not kept waiting for a throttled one', async () => {
  const elio = await idOf('Elio')
  await fault({ fault: '429', match: { path: `/users/${elio}` }, times: null, retryAfterSeconds: 3 })
  const giveUp = new AbortController()
  setTimeout(() => giveUp.abort(new Error('enough')), 300)
  const started = performance.now()
  const [result] = await callBatch<[Named]>(reader, [readingOf(elio)], { signal: giveUp.signal })
  expect(result.status).toBe('rejected')
  expect(performance.now() - started).toBeLessThan(2_500)
})
