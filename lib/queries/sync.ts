import { desc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { syncCursors, syncRuns } from '@/db/schema/sync'
import { readClock } from '@/lib/clock'
import { type Actor, is, type PersonActor } from '@/lib/domain/actor'
import { askSyncRefusal, decideRefusal, type Pipeline, pipelines } from '@/lib/domain/directory'
import type { MessageCode } from '@/lib/i18n/messages'

/** As of when the directory and the registration report are shown; null before the first complete run. */
export type DataAsOf = { people: string | null; report: string | null }

/** As of when what came from Microsoft is shown, for everybody who sees it. */
export async function readDataAsOf(_actor: Actor): Promise<DataAsOf> {
  const rows = await db.select().from(syncCursors)
  const asOf = (pipeline: Pipeline) =>
    rows.find((row) => row.pipeline === pipeline)?.dataAsOf?.toISOString() ?? null
  return { people: asOf('people'), report: asOf('report') }
}

/** How one pipeline stands. */
export type SyncView = {
  pipeline: Pipeline
  dataAsOf: string | null
  /** Null before the first run. */
  run: {
    id: string
    state: 'running' | 'done' | 'failed' | 'held'
    /** Whether everybody is read, rather than changes. */
    isFull: boolean
    startedAt: string
    endedAt: string | null
    pageCount: number
    seenCount: number
    changedCount: number
    /** While held: how many would leave. */
    leftCount: number
    /** Code of the sentence, null when it did not fail. */
    failure: MessageCode | null
    retryAt: string | null
    graphRequestId: string | null
  } | null
  /** Why one cannot ask for a run now; null when one can. */
  askRefusal: MessageCode | null
  /** Why there is no decision on leavers to make; null when there is. */
  decideRefusal: MessageCode | null
}

/** How the sync stands, people first. For owners and planners; others see nothing of it. */
export async function listSyncs(actor: PersonActor): Promise<SyncView[]> {
  if (!is(actor, 'owner') && !is(actor, 'planner')) return []
  return Promise.all(pipelines.map(readSync))
}

async function readSync(pipeline: Pipeline): Promise<SyncView> {
  const [cursor] = await db.select().from(syncCursors).where(eq(syncCursors.pipeline, pipeline))
  const [run] = await db
    .select()
    .from(syncRuns)
    .where(eq(syncRuns.pipeline, pipeline))
    .orderBy(desc(syncRuns.startedAt), desc(syncRuns.id))
    .limit(1)
  const last = run ? { ...run, leaseUntil: cursor?.leaseUntil ?? null } : null
  return {
    pipeline,
    dataAsOf: cursor?.dataAsOf?.toISOString() ?? null,
    run: run ? runView(run) : null,
    askRefusal: askSyncRefusal(last, readClock()),
    decideRefusal: decideRefusal(last, run?.id ?? ''),
  }
}

/** A run as the screens show it. */
export function runView(run: typeof syncRuns.$inferSelect): NonNullable<SyncView['run']> {
  const { pipeline: _, state, failure, startedAt, endedAt, retryAt, ...rest } = run
  return {
    ...rest,
    // Both are written by our own commands alone.
    state: state as NonNullable<SyncView['run']>['state'],
    failure: failure as MessageCode | null,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    retryAt: retryAt?.toISOString() ?? null,
  }
}
