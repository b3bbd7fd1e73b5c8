import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { people } from '@/db/schema/people'
import { syncCursors, syncRuns, syncStrays } from '@/db/schema/sync'
import type { JobActor } from '@/lib/domain/actor'
import type { SeenRegistration } from '@/lib/domain/directory'
import type { ReportPage } from '@/lib/graph/report'
import { transact } from '@/lib/transact'
import type { NextPage } from './apply-directory-page'
import { lockPeopleForPages, lockRun } from './lock-run'
import { isOneOf, writeRegistrations } from './write-people'

type Input = { runId: string; page: ReportPage }

/**
 * Writes one page of the registration report, and where to go on, in one commit. Safe to repeat. What it
 * says of accounts that the directory has not shown yet waits for them.
 *
 * @throws {AppError} refused `sync_superseded`
 */
export async function applyReportPage(actor: JobActor, { runId, page }: Input): Promise<NextPage> {
  return transact(actor, async ({ tx, now, permit, record, unchanged }) => {
    permit('directory.sync')
    const { run } = await lockRun(tx, { runId, pipeline: 'report', now })
    await lockPeopleForPages(tx)

    const changed = await writeRegistrations(tx, page.registrations)
    await keepStrays(tx, page.registrations, now)
    await tx.update(syncCursors).set({ link: page.nextLink }).where(eq(syncCursors.pipeline, 'report'))
    await tx
      .update(syncRuns)
      .set({
        pageCount: run.pageCount + 1,
        seenCount: run.seenCount + page.registrations.length,
        changedCount: run.changedCount + changed,
        graphRequestId: page.receipt.requestId,
      })
      .where(eq(syncRuns.id, runId))
    if (changed === 0) unchanged()
    else {
      const counts = { seen: page.registrations.length, changed }
      const detail = { pipeline: 'report', page: run.pageCount + 1, ...counts }
      record('sync.page_applied', { kind: 'sync', id: runId }, { detail, graph: page.receipt })
    }
    return page.nextLink ? { link: page.nextLink, isDelta: false } : null
  })
}

async function keepStrays(tx: Tx, registrations: readonly SeenRegistration[], now: Date): Promise<void> {
  const known = await listKnownIds(tx, registrations)
  const strays = registrations.filter(({ entraId }) => !known.has(entraId))
  if (strays.length === 0) return
  await tx
    .insert(syncStrays)
    .values(
      strays.map(({ reportAt, ...stray }) => ({
        ...stray,
        reportAt: reportAt ? new Date(reportAt) : null,
        at: now,
      })),
    )
    .onConflictDoUpdate({
      target: syncStrays.entraId,
      set: {
        isMfaRegistered: sql`excluded.is_mfa_registered`,
        isAdmin: sql`excluded.is_admin`,
        methodsRegistered: sql`excluded.methods_registered`,
        reportAt: sql`excluded.report_at`,
        at: now,
      },
    })
}

async function listKnownIds(tx: Tx, registrations: readonly SeenRegistration[]): Promise<Set<string>> {
  const entraIds = registrations.map(({ entraId }) => entraId)
  if (entraIds.length === 0) return new Set()
  const rows = await tx
    .select({ entraId: people.entraId })
    .from(people)
    .where(isOneOf(people.entraId, entraIds))
  return new Set(rows.map(({ entraId }) => entraId))
}
