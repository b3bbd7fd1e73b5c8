import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { people } from '@/db/schema/people'
import { syncCursors, syncRuns } from '@/db/schema/sync'
import { control, fault } from '@/tests/support/control'
import { startWorker, type TestWorker } from '@/tests/support/worker'

// Each starts whole processes, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 90_000 })

const owner = postgres(testDatabase.owner, { max: 2, onnotice: () => undefined })
const workers: TestWorker[] = []

async function start(): Promise<TestWorker> {
  const worker = await startWorker()
  workers.push(worker)
  return worker
}

beforeEach(async () => {
  await control('POST', '/reset')
  for (const table of ['pgboss.job', 'sync_runs', 'sync_cursors', 'sync_strays', 'sync_leavers', 'people'])
    await owner.unsafe(`delete from ${table}`)
})

afterEach(async () => {
  await control('DELETE', '/faults')
  await Promise.all(workers.splice(0).map((worker) => worker.kill()))
})

const untilHeld = (path: string) =>
  vi.waitFor(
    async () => {
      const { holds } = (await control('GET', '/holds')) as { holds: { path: string }[] }
      expect(holds.some((hold) => hold.path.includes(path))).toBe(true)
    },
    { timeout: 45_000, interval: 50 },
  )

const untilDone = (pipeline: string) =>
  vi.waitFor(
    async () => {
      const [cursor] = await db.select().from(syncCursors).where(eq(syncCursors.pipeline, pipeline))
      expect(cursor?.dataAsOf).toBeInstanceOf(Date)
    },
    { timeout: 30_000, interval: 100 },
  )

/** A minute passes in which the dead worker does not say that it lives. */
const leaseRunsOut = () => owner`update sync_cursors set lease_until = now() - interval '1 second'`

test('a worker killed before its first page leaves nothing, and the next one begins', async () => {
  await fault({ fault: 'hold', match: { path: '^/v1.0/users\\?' } })
  const first = await start()
  await untilHeld('/v1.0/users')
  await first.kill()
  expect(await db.$count(people)).toBe(0)
  await leaseRunsOut()

  await start()
  await untilDone('people')

  expect(await db.$count(people)).toBe(200)
})

test('a worker killed between two pages is followed by one that goes on there', async () => {
  // The first page is everybody; what changed meanwhile is asked for next, and never answered.
  await fault({ fault: 'hold', match: { path: '^/v1.0/users/delta\\?(?!.*latest)' } })
  const first = await start()
  await untilHeld('/v1.0/users/delta')
  await first.kill()
  const [cursor] = await db.select().from(syncCursors).where(eq(syncCursors.pipeline, 'people'))
  expect(cursor).toMatchObject({ isDelta: true, dataAsOf: null })
  await leaseRunsOut()
  await fault({ fault: '503', match: { path: '^/v1.0/users\\?' }, times: null })

  await start()
  await untilDone('people')

  const runs = await db
    .select()
    .from(syncRuns)
    .where(eq(syncRuns.pipeline, 'people'))
    .orderBy(syncRuns.startedAt)
  expect(runs.map(({ state, failure }) => [state, failure])).toEqual([
    ['failed', 'sync_interrupted'],
    ['done', null],
  ])
  expect(await db.$count(people)).toBe(200)
  const pages = await db.select().from(auditEvents).where(eq(auditEvents.type, 'sync.page_applied'))
  expect(pages.filter(({ targetId }) => runs.some(({ id }) => id === targetId))).toHaveLength(1)
})

test('a worker that is asked to stop lets go at once, and says so', async () => {
  await fault({ fault: 'hold', match: { path: '^/v1.0/users\\?' } })
  const first = await start()
  await untilHeld('/v1.0/users')

  expect(await first.stop()).toBe(0)

  const [run] = await db.select().from(syncRuns).where(eq(syncRuns.pipeline, 'people'))
  expect(run).toMatchObject({ state: 'failed', failure: 'sync_interrupted' })
  const [cursor] = await db.select().from(syncCursors).where(eq(syncCursors.pipeline, 'people'))
  expect(cursor?.leaseUntil).toBeNull()
})

test('losing the whole queue loses no work', async () => {
  const worker = await start()
  await untilDone('people')
  await untilDone('report')
  await worker.stop()
  await owner`delete from pgboss.job`
  await owner`update sync_runs set started_at = started_at - interval '2 hours'`
  const before = await db.$count(syncRuns)

  await start()

  await vi.waitFor(async () => expect(await db.$count(syncRuns)).toBeGreaterThan(before + 1), {
    timeout: 20_000,
    interval: 100,
  })
})
