import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { syncCursors, syncRuns } from '@/db/schema/sync'
import type { JobActor } from '@/lib/domain/actor'
import { pipelines } from '@/lib/domain/directory'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { lockRun } from './lock-run'

const Input = z.object({ runId: z.uuid(), pipeline: z.enum(pipelines) })

/**
 * Lets a run begin anew with everybody, because Microsoft no longer knows the link it had.
 *
 * @throws {AppError} refused `sync_superseded`
 */
export async function restartSync(actor: JobActor, input: z.input<typeof Input>): Promise<void> {
  const { runId, pipeline } = parse(Input, input)

  await transact(actor, async ({ tx, now, permit, record }) => {
    permit('directory.sync')
    await lockRun(tx, { runId, pipeline, now })
    await tx
      .update(syncCursors)
      .set({ link: null, isDelta: false, deltaLink: null, listingAt: now })
      .where(eq(syncCursors.pipeline, pipeline))
    await tx.update(syncRuns).set({ isFull: true }).where(eq(syncRuns.id, runId))
    record(
      'sync.started',
      { kind: 'sync', id: runId },
      { detail: { pipeline, resumed: false, why: 'link_expired' } },
    )
  })
}
