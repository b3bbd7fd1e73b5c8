import { eq, lt } from 'drizzle-orm'
import { z } from 'zod'
import { syncCursors, syncRuns, syncStrays } from '@/db/schema/sync'
import { addMinutes } from '@/lib/clock'
import type { JobActor } from '@/lib/domain/actor'
import { mayLetGo, pipelines } from '@/lib/domain/directory'
import { parse } from '@/lib/parse'
import { transact, type Work } from '@/lib/transact'
import { type Cursor, lockPeopleForPages, lockRun, type Run } from './lock-run'
import { countLeavers, letGo } from './note-leavers'

const Input = z.object({ runId: z.uuid(), pipeline: z.enum(pipelines) })

/** How long runs are kept. */
const KEPT_DAYS = 90

/**
 * Ends a run that read everything: who is missing is marked as gone, unless it is too many at once. Then
 * the run is held, and nothing is read until a person has decided.
 *
 * @throws {AppError} refused `sync_superseded`
 */
export async function endSync(actor: JobActor, input: z.input<typeof Input>): Promise<'done' | 'held'> {
  const { runId, pipeline } = parse(Input, input)

  return transact(actor, async (work) => {
    const { tx, now, permit } = work
    permit('directory.sync')
    const { run, cursor } = await lockRun(tx, { runId, pipeline, now })
    if (pipeline === 'people') {
      await lockPeopleForPages(tx)
      const counts = await countLeavers(tx)
      if (!mayLetGo(counts)) return hold(work, run, counts)
      await finish(work, { run, cursor, leftCount: await letGo(tx, now) })
    } else {
      await tx.delete(syncStrays).where(lt(syncStrays.at, run.startedAt))
      await finish(work, { run, cursor, leftCount: 0 })
    }
    await tx.delete(syncRuns).where(lt(syncRuns.startedAt, addMinutes(now, -KEPT_DAYS * 24 * 60)))
    return 'done'
  })
}

async function hold(
  { tx, now, record }: Work,
  run: Run,
  { leaverCount, presentCount }: { leaverCount: number; presentCount: number },
): Promise<'held'> {
  await tx
    .update(syncRuns)
    .set({ state: 'held', endedAt: now, leftCount: leaverCount })
    .where(eq(syncRuns.id, run.id))
  await tx.update(syncCursors).set({ leaseUntil: null }).where(eq(syncCursors.pipeline, run.pipeline))
  record(
    'sync.held',
    { kind: 'sync', id: run.id },
    { detail: { leavers: leaverCount, present: presentCount } },
  )
  return 'held'
}

/** Writes that a run is done, and as of when its data are. */
async function finish(
  { tx, now, record, unchanged }: Work,
  { run, cursor, leftCount }: { run: Run; cursor: Cursor; leftCount: number },
): Promise<void> {
  const { id, pipeline, isFull, startedAt, pageCount, changedCount } = run
  await tx.update(syncRuns).set({ state: 'done', endedAt: now, leftCount }).where(eq(syncRuns.id, id))
  await tx
    .update(syncCursors)
    .set({ leaseUntil: null, dataAsOf: (isFull ? cursor.listingAt : null) ?? startedAt })
    .where(eq(syncCursors.pipeline, pipeline))
  if (!isFull && changedCount + leftCount === 0) return unchanged()
  const detail = { pipeline, pages: pageCount, seen: run.seenCount, changed: changedCount, left: leftCount }
  record('sync.ended', { kind: 'sync', id }, { detail })
}
