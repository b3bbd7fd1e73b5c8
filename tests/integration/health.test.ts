import postgres from 'postgres'
import { expect, test } from 'vitest'
import { GET } from '@/app/api/health/route'
import { closeDatabase } from '@/db/client'

const owner = postgres(testDatabase.owner, { max: 1 })

test('a house that has just been built is well', async () => {
  const response = await GET()
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ status: 'ok', database: { state: 'ok' } })
})

test('a worker that went silent makes it unwell', async () => {
  await owner`insert into heartbeats (name, at) values ('worker', now() - interval '2 minutes')`
  const response = await GET()
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({ status: 'degraded', queue: { state: 'late' } })
  await owner`update heartbeats set at = now()`
  expect((await GET()).status).toBe(200)
})

test('a database that is away is said, not thrown', async () => {
  const before = process.env.DATABASE_URL
  await closeDatabase()
  process.env.DATABASE_URL = 'postgres://nobody@127.0.0.1:1/nothing'
  const response = await GET()
  expect(response.status).toBe(503)
  expect(await response.json()).toMatchObject({ status: 'degraded', database: { state: 'down' } })
  await closeDatabase()
  process.env.DATABASE_URL = before
})
