import postgres from 'postgres'
import { expect, test } from 'vitest'
import { readHealth } from '@/lib/queries/health'
import { getHealth } from '@/lib/queries/health-view'
import { listSyncRuns } from '@/lib/queries/sync-history'
import { makePerson, personActor } from '@/tests/support/make'

test('health in words is the answer of /api/health, part by part', async () => {
  const owner = personActor(await makePerson(), ['owner'])
  const answer = await readHealth()
  const view = await getHealth(owner)
  expect(view.isWell).toBe(answer.status === 'ok')
  for (const { name, state } of view.parts) expect(answer[name].state).toBe(state)
  expect(view.parts.map(({ name }) => name)).toEqual(['database', 'graph', 'queue', 'audit', 'alerts'])
})

test('a worker that fell silent is shown as needing work', async () => {
  const owner = personActor(await makePerson(), ['owner'])
  const sql = postgres(testDatabase.owner, { max: 1 })
  await sql`insert into heartbeats (name, at) values ('worker', now() - interval '2 minutes')`
  await sql.end()
  const { isWell, parts } = await getHealth(owner)
  expect(isWell).toBe(false)
  expect(parts.find(({ name }) => name === 'queue')).toMatchObject({ state: 'late', needsWork: true })
})

test('earlier runs are listed newest first', async () => {
  const owner = personActor(await makePerson(), ['owner'])
  const sql = postgres(testDatabase.owner, { max: 1 })
  for (const [pipeline, at] of [
    ['people', '2026-11-20T08:00:00Z'],
    ['report', '2026-11-20T09:00:00Z'],
  ] as const) {
    await sql`insert into sync_runs (id, pipeline, started_at, state, is_full) values (gen_random_uuid(), ${pipeline}, ${at}, 'done', true)`
  }
  await sql.end()
  const runs = await listSyncRuns(owner)
  expect(runs.map(({ pipeline }) => pipeline)).toEqual(['report', 'people'])
})

test('health and runs do not exist for anybody but an Owner', async () => {
  const planner = personActor(await makePerson(), ['planner', 'helpdesk', 'auditor'])
  await expect(getHealth(planner)).rejects.toMatchObject({ kind: 'not_found' })
  await expect(listSyncRuns(planner)).rejects.toMatchObject({ kind: 'not_found' })
})
