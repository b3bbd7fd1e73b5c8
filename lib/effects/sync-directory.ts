import { applyDirectoryPage } from '@/lib/commands/directory/apply-directory-page'
import { applyReportPage } from '@/lib/commands/directory/apply-report-page'
import { endSync } from '@/lib/commands/directory/end-sync'
import { failSync } from '@/lib/commands/directory/fail-sync'
import { keepSync } from '@/lib/commands/directory/keep-sync'
import { restartSync } from '@/lib/commands/directory/restart-sync'
import { type SyncStart, startSync } from '@/lib/commands/directory/start-sync'
import type { JobActor } from '@/lib/domain/actor'
import type { Pipeline } from '@/lib/domain/directory'
import { AppError } from '@/lib/errors'
import type { Access } from '@/lib/graph/access'
import { findDeltaLink, readChangesPage, readPeoplePage } from '@/lib/graph/people'
import { readReportPage } from '@/lib/graph/report'
import { log } from '@/lib/log'
import { walkPages } from './walk-pages'

type Asked = { pipeline: Pipeline; signal?: AbortSignal }
export type SyncOutcome = 'done' | 'held' | 'failed' | 'not_started' | 'superseded'

/**
 * Brings one pipeline up to date: page by page, each committed with the place to go on from. A crash goes on
 * there; a failure is recorded with the time of the next try.
 */
export async function syncDirectory(
  actor: JobActor,
  access: Access,
  { pipeline, signal }: Asked,
): Promise<SyncOutcome> {
  const start = await startSync(actor, { pipeline })
  if (!start) return 'not_started'
  const letGo = keepAlive(actor, start)
  try {
    await readToEnd(actor, access, { start, signal })
    return await endSync(actor, { runId: start.runId, pipeline })
  } catch (error) {
    if (error instanceof AppError && error.code === 'sync_superseded') return 'superseded'
    log('warn', 'sync.failed', { pipeline, runId: start.runId, ...detailOf(error), error })
    await failSync(actor, { runId: start.runId, pipeline, ...failureOf(error, signal) })
    if (error instanceof AppError || signal?.aborted) return 'failed'
    throw error
  } finally {
    letGo()
  }
}

const ALIVE_EVERY_MS = 20_000

/** Keeps the run ours while it waits for Microsoft. When it no longer is, its next page will be told. */
function keepAlive(actor: JobActor, { runId, pipeline }: SyncStart): () => void {
  const timer = setInterval(() => {
    keepSync(actor, { runId, pipeline }).catch((error) => log('warn', 'sync.not_kept', { runId, error }))
  }, ALIVE_EVERY_MS)
  return () => clearInterval(timer)
}

type Run = { start: SyncStart; signal: AbortSignal | undefined }

async function readToEnd(actor: JobActor, access: Access, run: Run): Promise<void> {
  const read = run.start.pipeline === 'people' ? readPeople : readReport
  try {
    await read(actor, access, run)
  } catch (error) {
    if (!run.start.link || !isStale(error)) throw error
    await restartSync(actor, { runId: run.start.runId, pipeline: run.start.pipeline })
    await read(actor, access, { ...run, start: { ...run.start, link: null, isDelta: false } })
  }
}

async function readPeople(actor: JobActor, access: Access, { start, signal }: Run): Promise<void> {
  const { runId, link, isDelta } = start
  const deltaLink = link === null ? { deltaLink: await findDeltaLink(access, signal) } : {}
  await walkPages({
    first: { link, isDelta },
    read: (next) =>
      next.isDelta && next.link !== null
        ? readChangesPage(access, next.link, signal)
        : readPeoplePage(access, next.link, signal),
    apply: (page) => applyDirectoryPage(actor, { runId, page, ...deltaLink }),
    signal,
  })
}

async function readReport(actor: JobActor, access: Access, { start, signal }: Run): Promise<void> {
  const { runId, link } = start
  await walkPages({
    first: { link, isDelta: false },
    read: (next) => readReportPage(access, next.link, signal),
    apply: (page) => applyReportPage(actor, { runId, page }),
    signal,
  })
}

/** A link Microsoft no longer knows: 410 for changes, 400 for a page of a list. */
function isStale(error: unknown): boolean {
  if (!(error instanceof AppError)) return false
  return (
    error.code === 'graph_link_expired' || (error.code === 'graph_refused' && error.detail.status === 400)
  )
}

function failureOf(error: unknown, signal: AbortSignal | undefined) {
  if (!(error instanceof AppError) || signal?.aborted)
    return { kind: 'unavailable', failure: 'sync_interrupted', retryAt: null, graphRequestId: null }
  const { kind, code, detail } = error
  return { kind, failure: code, retryAt: text(detail.retryAt), graphRequestId: text(detail.requestId) }
}

function detailOf(error: unknown): Record<string, unknown> {
  return error instanceof AppError ? error.detail : {}
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
