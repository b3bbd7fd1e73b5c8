import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Tx } from '@/db/client'
import { syncCursors, syncLeavers, syncRuns } from '@/db/schema/sync'
import type { PersonActor } from '@/lib/domain/actor'
import { decidable } from '@/lib/domain/directory'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { findLastRun, lockCursor, lockPeopleForPages, type Run } from './lock-run'
import { letGo } from './note-leavers'

const Input = z.object({ runId: z.uuid() })

/**
 * Somebody looked at the many who are missing, and says that they have left.
 *
 * @throws {AppError} refused `sync_not_held`
 */
export async function confirmLeavers(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { runId } = parse(Input, input)

  await transact(actor, async ({ tx, now, permit, record }) => {
    const last = await lockLastRun(tx)
    permit('directory.decide_leavers')
    const run = decidable(last, runId)

    await lockPeopleForPages(tx)
    const leftCount = await letGo(tx, now)
    await tx.update(syncRuns).set({ state: 'done', endedAt: now, leftCount }).where(eq(syncRuns.id, runId))
    await tx
      .update(syncCursors)
      .set({ dataAsOf: run.startedAt })
      .where(eq(syncCursors.pipeline, run.pipeline))
    record('sync.leavers_confirmed', { kind: 'sync', id: runId }, { detail: { left: leftCount } })
  })
}

/**
 * Somebody looked at the many who are missing, and does not believe it: everybody stays, and is read anew.
 *
 * @throws {AppError} refused `sync_not_held`
 */
export async function rejectLeavers(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { runId } = parse(Input, input)

  await transact(actor, async ({ tx, now, permit, record, enqueue }) => {
    const last = await lockLastRun(tx)
    permit('directory.decide_leavers')
    const run = decidable(last, runId)

    await tx.delete(syncLeavers)
    await tx
      .update(syncRuns)
      .set({ state: 'failed', endedAt: now, failure: 'sync_leavers_rejected', retryAt: now })
      .where(eq(syncRuns.id, runId))
    await tx
      .update(syncCursors)
      .set({ link: null, isDelta: false, deltaLink: null })
      .where(eq(syncCursors.pipeline, run.pipeline))
    await enqueue('directory.sync', { pipeline: 'people' }, { key: 'people.asked', priority: 10 })
    record('sync.leavers_rejected', { kind: 'sync', id: runId }, { detail: { kept: run.leftCount } })
  })
}

/** The newest run of people, null when there is none; its cursor is locked with it. */
async function lockLastRun(tx: Tx): Promise<Run | null> {
  await lockCursor(tx, 'people')
  return findLastRun(tx, 'people')
}
