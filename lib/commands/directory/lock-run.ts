import { and, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { syncCursors, syncRuns } from '@/db/schema/sync'
import { addMinutes } from '@/lib/clock'
import { LEASE_MINUTES, type Pipeline } from '@/lib/domain/directory'
import { AppError } from '@/lib/errors'

export type Cursor = typeof syncCursors.$inferSelect
export type Run = typeof syncRuns.$inferSelect

/** The pipeline's cursor, for update; whoever moves a pipeline holds it first. Made at its first use. */
export async function lockCursor(tx: Tx, pipeline: Pipeline): Promise<Cursor> {
  const find = () => tx.select().from(syncCursors).where(eq(syncCursors.pipeline, pipeline)).for('update')
  const [known] = await find()
  if (known) return known
  await tx.insert(syncCursors).values({ pipeline }).onConflictDoNothing()
  const [made] = await find()
  if (!made) throw new Error('a cursor that was just made must be there')
  return made
}

/** The newest run of a pipeline, null before the first. */
export async function findLastRun(tx: Tx, pipeline: Pipeline): Promise<Run | null> {
  const [run] = await tx
    .select()
    .from(syncRuns)
    .where(eq(syncRuns.pipeline, pipeline))
    .orderBy(desc(syncRuns.startedAt), desc(syncRuns.id))
    .limit(1)
  return run ?? null
}

/**
 * The run that holds its pipeline, for update, its lease renewed.
 *
 * @throws {AppError} refused `sync_superseded` — it was taken for dead, and another one goes on
 */
export async function lockRun(
  tx: Tx,
  { runId, pipeline, now }: { runId: string; pipeline: Pipeline; now: Date },
): Promise<{ run: Run; cursor: Cursor }> {
  const cursor = await lockCursor(tx, pipeline)
  const [run] = await tx
    .select()
    .from(syncRuns)
    .where(and(eq(syncRuns.id, runId), eq(syncRuns.state, 'running')))
    .for('update')
  if (!run || cursor.runId !== runId) throw new AppError('refused', 'sync_superseded', { detail: { runId } })
  const leaseUntil = addMinutes(now, LEASE_MINUTES)
  await tx.update(syncCursors).set({ leaseUntil }).where(eq(syncCursors.pipeline, pipeline))
  return { run, cursor }
}

/** Pages of both pipelines write many people at once; taking turns keeps them from waiting for each other in a circle. */
export async function lockPeopleForPages(tx: Tx): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(7412)`)
}
