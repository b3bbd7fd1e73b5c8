import { eq, isNull } from 'drizzle-orm'
import postgres from 'postgres'
import { beforeEach, expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { people } from '@/db/schema/people'
import { syncCursors, syncLeavers, syncRuns, syncStrays } from '@/db/schema/sync'
import { readClock, runAt } from '@/lib/clock'
import { confirmLeavers, rejectLeavers } from '@/lib/commands/directory/decide-leavers'
import { syncDirectory } from '@/lib/effects/sync-directory'
import { readerAccess } from '@/lib/graph/access'
import { control, fault } from '@/tests/support/control'
import { personActor } from '@/tests/support/make'

const job = { kind: 'job', name: 'directory.sync' } as const
const sync = (pipeline: 'people' | 'report' = 'people') => syncDirectory(job, readerAccess(), { pipeline })

const named = async (name: string) => (await db.select().from(people).where(eq(people.givenName, name)))[0]!
const lastRun = async (pipeline = 'people') =>
  (await db.select().from(syncRuns).where(eq(syncRuns.pipeline, pipeline)).orderBy(syncRuns.startedAt)).at(
    -1,
  )!
const cursorOf = async (pipeline: string) =>
  (await db.select().from(syncCursors).where(eq(syncCursors.pipeline, pipeline)))[0]!
const eventTypes = async (runId: string) =>
  (await db.select().from(auditEvents).where(eq(auditEvents.targetId, runId)).orderBy(auditEvents.at)).map(
    ({ type }) => type,
  )

beforeEach(async () => {
  await control('POST', '/reset')
  await db.delete(syncRuns)
  await db.delete(syncLeavers)
  await db.delete(syncStrays)
  await db.update(syncCursors).set({ link: null, isDelta: false, deltaLink: null, leaseUntil: null })
})

test('everybody comes in, with manager, and the log says how many', async () => {
  expect(await sync()).toBe('done')

  const elio = await named('Elio')
  expect(elio).toMatchObject({ site: 'Milan', isEnabled: true, userType: 'member', leftAt: null })
  expect(elio.managerId).not.toBeNull()
  const [manager] = await db.select().from(people).where(eq(people.id, elio.managerId!))
  expect(manager?.entraId).toBe(elio.entraManagerId)
  const run = await lastRun()
  expect(run).toMatchObject({ state: 'done', isFull: true, seenCount: 200, leftCount: 0 })
  expect(await eventTypes(run.id)).toEqual(['sync.started', 'sync.page_applied', 'sync.ended'])
  expect((await cursorOf('people')).dataAsOf).toEqual(run.startedAt)
})

test('reading it all again changes nothing', async () => {
  await sync()
  await db.update(syncCursors).set({ link: null, isDelta: false })
  const before = await named('Piero')

  expect(await sync()).toBe('done')

  expect(await lastRun()).toMatchObject({ isFull: true, seenCount: 200, changedCount: 0 })
  expect({ ...(await named('Piero')), seenAt: null }).toEqual({ ...before, seenAt: null })
})

test('the next run reads only what changed: a move, a newcomer, somebody who left', async () => {
  await sync()
  const piero = await named('Piero')
  await control('PATCH', `/person/${piero.entraId}`, { department: 'Night shift' })
  await control('POST', '/people', { displayName: 'Nina Newcomer' })
  await control('DELETE', `/person/${(await named('Nora')).entraId}`)

  expect(await sync()).toBe('done')

  expect(await lastRun()).toMatchObject({ isFull: false, seenCount: 2, changedCount: 2, leftCount: 1 })
  expect(await named('Piero')).toMatchObject({ id: piero.id, department: 'Night shift' })
  expect((await named('Nina')).leftAt).toBeNull()
  expect((await named('Nora')).leftAt).not.toBeNull()
})

test('a run without news leaves no event', async () => {
  await sync()
  await sync()
  expect(await eventTypes((await lastRun()).id)).toEqual([])
})

test('whoever comes back is here again', async () => {
  await sync()
  const elio = await named('Elio')
  await db.update(people).set({ leftAt: readClock() }).where(eq(people.id, elio.id))
  await db.update(syncCursors).set({ link: null, isDelta: false })

  await sync()

  expect((await named('Elio')).leftAt).toBeNull()
})

test('an expired link starts over by itself', async () => {
  await sync()
  await control('PATCH', '/settings', { deltaValidFrom: readClock().getTime() + 1 })

  expect(await sync()).toBe('done')

  const run = await lastRun()
  expect(run).toMatchObject({ isFull: true, seenCount: 200 })
  expect(await eventTypes(run.id)).toEqual(['sync.started', 'sync.ended'])
})

test('the report comes in before the people it speaks of, and waits for them', async () => {
  const owner = postgres(testDatabase.owner, { max: 1, onnotice: () => undefined })
  await owner`delete from people`
  await owner.end()
  expect(await sync('report')).toBe('done')
  expect(await db.$count(syncStrays)).toBeGreaterThan(100)

  await sync()

  expect(await db.$count(syncStrays)).toBe(0)
  const elio = await named('Elio')
  expect(elio).toMatchObject({ isMfaRegistered: true, isAdmin: false })
  expect(elio.methodsRegistered).toContain('microsoftAuthenticatorPush')
  expect(elio.reportAt).toBeInstanceOf(Date)
})

test('without a P1 licence the report is refused, and the run says so', async () => {
  await control('PATCH', '/settings', { hasPremiumLicence: false })
  expect(await sync('report')).toBe('failed')
  const run = await lastRun('report')
  expect(run).toMatchObject({ state: 'failed', failure: 'graph_licence_missing' })
  expect(run.retryAt!.getTime() - run.startedAt.getTime()).toBeGreaterThan(30 * 60_000)
})

test('when more than a tenth would leave, nobody does until somebody decides', async () => {
  await sync()
  const present = await db.$count(people, isNull(people.leftAt))
  const crowd = await db.select().from(people).where(isNull(people.leftAt)).limit(21).offset(100)
  for (const { entraId } of crowd) await control('DELETE', `/person/${entraId}`)

  expect(await sync()).toBe('held')
  const run = await lastRun()
  expect(run).toMatchObject({ state: 'held', leftCount: 21 })
  expect(await db.$count(people, isNull(people.leftAt))).toBe(present)
  expect(await sync()).toBe('not_started')

  const agent = personActor(await named('Hana'), ['helpdesk'])
  await expect(confirmLeavers(agent, { runId: run.id })).rejects.toMatchObject({ kind: 'forbidden' })
  const owner = personActor(await named('Olga'), ['owner'])
  await confirmLeavers(owner, { runId: run.id })

  expect(await db.$count(people, isNull(people.leftAt))).toBe(present - 21)
  expect(await lastRun()).toMatchObject({ state: 'done', leftCount: 21 })
  await expect(confirmLeavers(owner, { runId: run.id })).rejects.toMatchObject({ code: 'sync_not_held' })
  expect(await sync()).toBe('done')
})

test('somebody who doubts it keeps everybody, and the directory is read anew', async () => {
  await sync()
  const crowd = await db.select().from(people).where(isNull(people.leftAt)).limit(30).offset(60)
  for (const { entraId } of crowd) await control('DELETE', `/person/${entraId}`)
  expect(await sync()).toBe('held')
  const held = await lastRun()
  await control('POST', '/reset')

  await rejectLeavers(personActor(await named('Olga'), ['owner']), { runId: held.id })

  expect(await sync()).toBe('done')
  expect(await lastRun()).toMatchObject({ isFull: true, leftCount: 0 })
  expect(await db.$count(syncLeavers)).toBe(0)
})

test.each([
  ['429-bare', 'graph_throttled'],
  ['503', 'graph_unavailable'],
  ['reset-after', 'graph_unavailable'],
  ['truncated', 'graph_'],
  ['wrong-type', 'graph_malformed'],
])('a page lost to %s fails the run, which goes on there later', async (kind, code) => {
  // A person's patience, so that the test need not have a job's.
  const hasty = () => syncDirectory(job, readerAccess('high'), { pipeline: 'people' })
  await fault({ fault: kind, match: { path: '^/v1.0/users\\?' }, times: 4 })

  expect(await hasty()).toBe('failed')

  const run = await lastRun()
  expect(run).toMatchObject({ state: 'failed', seenCount: 0 })
  expect(run.failure).toContain(code)
  expect(run.retryAt).not.toBeNull()
  await control('DELETE', '/faults')
  await db.execute('update graph_allowances set blocked_until = null, share = 1')
  expect(await hasty()).toBe('done')
})

test('the time of the next try is Microsoft’s where it says one', async () => {
  await fault({ fault: '429', match: { path: '^/v1.0/users\\?' }, times: 9, retryAfterSeconds: 600 })
  expect(await sync()).toBe('failed')
  const { retryAt, startedAt } = await lastRun()
  expect((retryAt!.getTime() - startedAt.getTime()) / 1000).toBeCloseTo(600, -1)
  await db.execute('update graph_allowances set blocked_until = null, share = 1')
})

test('a run that went silent is taken over, and its late page changes nothing', async () => {
  const { startSync } = await import('@/lib/commands/directory/start-sync')
  const { applyDirectoryPage } = await import('@/lib/commands/directory/apply-directory-page')
  const dead = (await startSync(job, { pipeline: 'people' }))!
  expect(await sync()).toBe('not_started')

  const later = new Date(readClock().getTime() + 10 * 60_000)
  expect(await runAt(later, () => sync())).toBe('done')

  const receipt = { requestId: null, clientRequestId: '', status: 200 }
  const page = { people: [], removed: [], nextLink: null, deltaLink: null, receipt }
  await expect(applyDirectoryPage(job, { runId: dead.runId, page })).rejects.toMatchObject({
    code: 'sync_superseded',
  })
  const runs = await db.select().from(syncRuns).where(eq(syncRuns.id, dead.runId))
  expect(runs[0]).toMatchObject({ state: 'failed', failure: 'sync_interrupted' })
})

test('two workers that start at once make one run', async () => {
  const outcomes = await Promise.all([sync(), sync()])
  expect(outcomes.sort()).toEqual(['done', 'not_started'])
})
