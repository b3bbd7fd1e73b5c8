import { expect, test } from 'vitest'
import { db } from '@/db/client'
import { people } from '@/db/schema/people'
import { syncCursors, syncRuns } from '@/db/schema/sync'
import { syncDirectory } from '@/lib/effects/sync-directory'
import { readerAccess } from '@/lib/graph/access'

const job = { kind: 'job', name: 'directory.sync' } as const

test('everybody comes in', async () => {
  expect(await syncDirectory(job, readerAccess(), { pipeline: 'people' })).toBe('done')
  console.log(await db.select().from(syncRuns), await db.select().from(syncCursors), await db.$count(people))
  expect(await syncDirectory(job, readerAccess(), { pipeline: 'report' })).toBe('done')
  console.log(await db.select().from(syncRuns), (await db.select().from(people))[3])
  expect(await syncDirectory(job, readerAccess(), { pipeline: 'people' })).toBe('done')
  console.log(await db.select().from(syncRuns))
})
