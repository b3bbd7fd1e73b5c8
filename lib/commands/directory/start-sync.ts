import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '@/db/id'
import { syncCursors, syncRuns } from '@/db/schema/sync'
import { addMinutes } from '@/lib/clock'
import type { JobActor } from '@/lib/domain/actor'
import { LEASE_MINUTES, type Pipeline, pipelines } from '@/lib/domain/directory'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { findLastRun, lockCursor } from './lock-run'

const Input = z.object({ pipeline: z.enum(pipelines) })

/** Where a run begins. */
export type SyncStart = {
  runId: string
  pipeline: Pipeline
  /** The page to read; null: the first. */
  link: string | null
  isDelta: boolean
}

/**
 * Begins a run of a pipeline where the last one stopped. Null when there is none to begin: one is alive, or
 * one waits for a person to decide.
 */
export async function startSync(actor: JobActor, input: z.input<typeof Input>): Promise<SyncStart | null> {
  const { pipeline } = parse(Input, input)

  return transact(actor, async ({ tx, now, permit, record, unchanged }) => {
    permit('directory.sync')
    const cursor = await lockCursor(tx, pipeline)
    const last = await findLastRun(tx, pipeline)
    const isAlive = last?.state === 'running' && cursor.leaseUntil !== null && cursor.leaseUntil > now
    if (isAlive || last?.state === 'held') {
      unchanged()
      return null
    }
    if (last?.state === 'running') {
      await tx
        .update(syncRuns)
        .set({ state: 'failed', failure: 'sync_interrupted', endedAt: now })
        .where(eq(syncRuns.id, last.id))
    }

    const runId = newId()
    const { link, isDelta } = cursor
    await tx
      .insert(syncRuns)
      .values({ id: runId, pipeline, startedAt: now, state: 'running', isFull: !isDelta })
    await tx
      .update(syncCursors)
      .set({
        runId,
        leaseUntil: addMinutes(now, LEASE_MINUTES),
        ...(link === null ? { listingAt: now, deltaLink: null } : {}),
      })
      .where(eq(syncCursors.pipeline, pipeline))
    // Reading changes every quarter of an hour is no event; what changed is one, page by page.
    if (isDelta) unchanged()
    else record('sync.started', { kind: 'sync', id: runId }, { detail: { pipeline, resumed: link !== null } })
    return { runId, pipeline, link, isDelta }
  })
}
