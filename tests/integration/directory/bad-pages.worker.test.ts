import { desc } from 'drizzle-orm'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { people } from '@/db/schema/people'
import { syncCursors, syncRuns } from '@/db/schema/sync'
import { syncDirectory } from '@/lib/effects/sync-directory'
import { readerAccess } from '@/lib/graph/access'
import { forgetToken } from '@/lib/graph/client-token'
import { answerInsteadOfGraph, say } from '@/tests/support/answers'

const home = 'https://graph.microsoft.com/v1.0'
const job = { kind: 'job', name: 'directory.sync' } as const
const sync = () => syncDirectory(job, readerAccess('high'), { pipeline: 'people' })
const person = (count: number) => ({
  id: `00000000-0000-4000-8000-${String(count).padStart(12, '0')}`,
  userPrincipalName: `p${count}@example.com`,
  displayName: `P ${count}`,
})

type Page = { body: unknown; status?: number }
let graph: Awaited<ReturnType<typeof answerInsteadOfGraph>>
let pages: Record<string, Page[]>

/** Each address gives its pages one after the other, the last one again and again. */
beforeEach(async () => {
  pages = {}
  graph = await answerInsteadOfGraph((_request, response, url) => {
    if (url.includes('deltaToken=latest')) {
      return say(response, { value: [], '@odata.deltaLink': `${home}/users/delta?$deltatoken=0` })
    }
    const [key = ''] = Object.keys(pages).filter((part) => url.includes(part))
    const page = pages[key]?.length === 1 ? pages[key][0] : pages[key]?.shift()
    say(
      response,
      page?.body ?? { value: [], '@odata.deltaLink': `${home}/users/delta?$deltatoken=1` },
      page?.status,
    )
  })
  forgetToken('reader')
  const owner = postgres(testDatabase.owner, { max: 1 })
  await owner`delete from people`
  await owner.end()
  await db.delete(syncRuns)
  await db.update(syncCursors).set({ link: null, isDelta: false, deltaLink: null, leaseUntil: null })
})

afterEach(async () => {
  await graph.stop()
  forgetToken('reader')
})

const lastRun = async () =>
  (await db.select().from(syncRuns).orderBy(desc(syncRuns.startedAt), desc(syncRuns.id)).limit(1))[0]

test('a next link to another host ends the run, and what came before it stays', async () => {
  pages.$top = [{ body: { value: [person(1)], '@odata.nextLink': `${home}/users?$skiptoken=2` } }]
  pages['skiptoken=2'] = [
    {
      body: { value: [person(2)], '@odata.nextLink': 'https://graph.microsoft.com.evil.example/v1.0/users' },
    },
  ]

  expect(await sync()).toBe('failed')

  expect(await lastRun()).toMatchObject({ failure: 'graph_malformed', seenCount: 1 })
  expect((await db.select().from(people)).map(({ displayName }) => displayName)).toEqual(['P 1'])
  expect(graph.heard.every(({ headers }) => headers.host?.startsWith('127.0.0.1'))).toBe(true)
})

test('pages that lead in a circle end the run', async () => {
  pages.$top = [{ body: { value: [person(1)], '@odata.nextLink': `${home}/users?$skiptoken=2` } }]
  pages['skiptoken=2'] = [{ body: { value: [], '@odata.nextLink': `${home}/users?$skiptoken=3` } }]
  pages['skiptoken=3'] = [{ body: { value: [], '@odata.nextLink': `${home}/users?$skiptoken=2` } }]

  expect(await sync()).toBe('failed')

  expect(await lastRun()).toMatchObject({ failure: 'graph_malformed' })
  expect(graph.heard.length).toBeLessThan(8)
})

test('an empty page in the middle is a page like any other', async () => {
  pages.$top = [{ body: { value: [person(1)], '@odata.nextLink': `${home}/users?$skiptoken=2` } }]
  pages['skiptoken=2'] = [{ body: { value: [], '@odata.nextLink': `${home}/users?$skiptoken=3` } }]
  pages['skiptoken=3'] = [{ body: { value: [person(3)] } }]

  expect(await sync()).toBe('done')
  expect(await lastRun()).toMatchObject({ pageCount: 4, seenCount: 2 })
})

test('a token that ends between two pages is replaced, and the run goes on', async () => {
  pages.$top = [{ body: { value: [person(1)], '@odata.nextLink': `${home}/users?$skiptoken=2` } }]
  pages['skiptoken=2'] = [
    { status: 401, body: { error: { code: 'InvalidAuthenticationToken', message: 'expired' } } },
    { body: { value: [person(2)] } },
  ]

  expect(await sync()).toBe('done')
  expect(await lastRun()).toMatchObject({ seenCount: 2 })
})

test('a page lost in the middle is the first one of the next run', async () => {
  pages.$top = [{ body: { value: [person(1)], '@odata.nextLink': `${home}/users?$skiptoken=2` } }]
  const lost = { status: 503, body: {} }
  pages['skiptoken=2'] = [lost, lost, lost, lost, { body: { value: [person(2)] } }]

  expect(await sync()).toBe('failed')
  graph.heard.length = 0
  expect(await sync()).toBe('done')

  expect(graph.heard[0]?.url).toContain('skiptoken=2')
  expect(await lastRun()).toMatchObject({ seenCount: 1, isFull: true, leftCount: 0 })
})

test('a page lost once is asked for again, and the run goes on', async () => {
  pages.$top = [{ body: { value: [person(1)], '@odata.nextLink': `${home}/users?$skiptoken=2` } }]
  pages['skiptoken=2'] = [{ status: 503, body: {} }, { body: { value: [person(2)] } }]

  expect(await sync()).toBe('done')
  expect(await lastRun()).toMatchObject({ seenCount: 2 })
})

test('somebody who is on two pages counts once, with what both say', async () => {
  const first = { ...person(1), department: 'One' }
  pages.$top = [{ body: { value: [first], '@odata.nextLink': `${home}/users?$skiptoken=2` } }]
  pages['skiptoken=2'] = [{ body: { value: [{ ...person(1), department: 'Two' }] } }]

  expect(await sync()).toBe('done')

  const rows = await db.select().from(people)
  expect(rows.filter(({ displayName }) => displayName === 'P 1')).toMatchObject([{ department: 'Two' }])
})

test('a user Microsoft describes in an unknown way does not stop the others', async () => {
  const odd = { ...person(7), displayName: null, userType: null, brandNew: { deep: true } }
  pages.$top = [{ body: { value: [odd, person(8)] } }]

  expect(await sync()).toBe('done')

  const rows = await db.select().from(people)
  expect(rows.find(({ entraId }) => entraId === odd.id)?.displayName).toBe('p7@example.com')
})
