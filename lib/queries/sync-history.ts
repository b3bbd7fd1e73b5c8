import { desc } from 'drizzle-orm'
import { db } from '@/db/client'
import { syncRuns } from '@/db/schema/sync'
import type { PersonActor } from '@/lib/domain/actor'
import { type Pipeline, pipelines } from '@/lib/domain/directory'
import { requireOwner } from './roles'
import { runView, type SyncView } from './sync'

export type PastRun = NonNullable<SyncView['run']> & { pipeline: Pipeline }

/** The last runs of both pipelines, the newest first, 30 at most. @throws {AppError} not_found — for Owners only */
export async function listSyncRuns(actor: PersonActor): Promise<PastRun[]> {
  requireOwner(actor)
  const rows = await db.select().from(syncRuns).orderBy(desc(syncRuns.startedAt), desc(syncRuns.id)).limit(30)
  return rows.flatMap((row) => {
    const pipeline = pipelines.find((name) => name === row.pipeline)
    return pipeline ? { ...runView(row), pipeline } : []
  })
}
