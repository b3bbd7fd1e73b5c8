import { eq } from 'drizzle-orm'
import postgres from 'postgres'
import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { addMinutes, readClock } from '@/lib/clock'
import { askSync } from '@/lib/commands/directory/ask-sync'
import { listSyncs, readDataAsOf } from '@/lib/queries/sync'
import { makePerson, personActor } from '@/tests/support/make'

const owner = postgres(testDatabase.owner, { max: 1 })

async function makeRun(state: string, leaseMinutes = 1) {
  const at = readClock()
  await owner`insert into sync_runs (id, pipeline, started_at, state, is_full)
    values (gen_random_uuid(), 'people', ${at}, ${state}, true)`
  await owner`update sync_cursors set lease_until = ${addMinutes(at, leaseMinutes)} where pipeline = 'people'`
}

test('an owner asks, a job waits, and the log knows who', async () => {
  const actor = personActor(await makePerson(), ['owner'])
  await askSync(actor, { pipeline: 'people' })
  await askSync(actor, { pipeline: 'people' })

  expect(await owner`select 1 from pgboss.job where name = 'directory.sync'`).toHaveLength(1)
  const events = await db.select().from(auditEvents).where(eq(auditEvents.actorOid, actor.entraId))
  expect(events.map(({ type }) => type)).toEqual(['sync.asked', 'sync.asked'])
})

test('an employee may not', async () => {
  const actor = personActor(await makePerson())
  await expect(askSync(actor, { pipeline: 'people' })).rejects.toMatchObject({ kind: 'forbidden' })
})

test('nobody may while one runs or is held, and the page says why', async () => {
  const actor = personActor(await makePerson(), ['planner'])
  await makeRun('running')
  await expect(askSync(actor, { pipeline: 'people' })).rejects.toMatchObject({ code: 'sync_running' })
  expect((await listSyncs(actor))[0]).toMatchObject({ pipeline: 'people', askRefusal: 'sync_running' })

  await makeRun('held')
  await expect(askSync(actor, { pipeline: 'people' })).rejects.toMatchObject({ code: 'sync_held' })
  expect((await listSyncs(actor))[0]).toMatchObject({
    run: { state: 'held', startedAt: expect.any(String) },
    askRefusal: 'sync_held',
    decideRefusal: null,
  })
})

test('before the first run there is nothing to date, and an employee sees no runs', async () => {
  const actor = personActor(await makePerson())
  expect(await readDataAsOf(actor)).toEqual({ people: null, report: null })
  expect(await listSyncs(actor)).toEqual([])
})
