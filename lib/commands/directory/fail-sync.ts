import { desc, eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { syncCursors, syncRuns } from '@/db/schema/sync'
import type { JobActor } from '@/lib/domain/actor'
import { pipelines, retrySyncAt } from '@/lib/domain/directory'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { lockRun, type Run } from './lock-run'

const Input = z.object({
  runId: z.uuid(),
  pipeline: z.enum(pipelines),
  kind: z.string(),
  failure: z.string(),
  /** When Microsoft allows another try, ISO. */
  retryAt: z.iso.datetime().nullable(),
  graphRequestId: z.string().nullable(),
})

/**
 * Records that a run could not go on, and asks for the next try. The next run goes on where this one
 * stopped; after a refusal it begins anew, since the link itself may be what was refused.
 *
 * @throws {AppError} refused `sync_superseded`
 */
export async function failSync(actor: JobActor, input: z.input<typeof Input>): Promise<void> {
  const { runId, pipeline, kind, failure, graphRequestId, ...said } = parse(Input, input)

  await transact(actor, async ({ tx, now, permit, record, unchanged, enqueue }) => {
    permit('directory.sync')
    const { run } = await lockRun(tx, { runId, pipeline, now })
    const before = await listFailedBefore(tx, run)
    const retryAt = retrySyncAt(
      { kind, retryAt: said.retryAt ? new Date(said.retryAt) : null, failedBefore: before.length },
      now,
    )
    await tx
      .update(syncRuns)
      .set({ state: 'failed', endedAt: now, failure, retryAt, ...(graphRequestId ? { graphRequestId } : {}) })
      .where(eq(syncRuns.id, runId))
    const fromStart = kind === 'refused' ? { link: null, isDelta: false, deltaLink: null } : {}
    await tx
      .update(syncCursors)
      .set({ leaseUntil: null, ...fromStart })
      .where(eq(syncCursors.pipeline, pipeline))
    await enqueue('directory.sync', { pipeline }, { key: `${pipeline}.again`, startAfter: retryAt })

    // An outage is told once, not at every try.
    if (before[0]?.failure === failure) unchanged()
    else {
      const detail = { pipeline, failure, retryAt: retryAt.toISOString() }
      record('sync.ended', { kind: 'sync', id: runId }, { outcome: 'failed', detail })
    }
  })
}

/** The runs that failed before this one without a good one between, newest first; at most five. */
async function listFailedBefore(tx: Tx, { id, pipeline }: Run): Promise<Run[]> {
  const rows = await tx
    .select()
    .from(syncRuns)
    .where(eq(syncRuns.pipeline, pipeline))
    .orderBy(desc(syncRuns.startedAt), desc(syncRuns.id))
    .limit(6)
  const earlier = rows.filter((row) => row.id !== id)
  const good = earlier.findIndex(({ state }) => state !== 'failed')
  return good < 0 ? earlier : earlier.slice(0, good)
}
