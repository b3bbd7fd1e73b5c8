import { eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { syncCursors, syncRuns } from '@/db/schema/sync'
import type { JobActor } from '@/lib/domain/actor'
import type { SeenRegistration } from '@/lib/domain/directory'
import type { ReportPage } from '@/lib/graph/report'
import { transact } from '@/lib/transact'
import type { NextPage } from './apply-directory-page'
import { lockPeopleForPages, lockRun } from './lock-run'
import { registrationsIn, writeRegistrations } from './write-people'

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

/** In one statement and one parameter: at the first reading, most of a page are strays. */
async function keepStrays(tx: Tx, registrations: readonly SeenRegistration[], now: Date): Promise<void> {
  if (registrations.length === 0) return
  const rows = sql.param(JSON.stringify(registrations))
  await tx.execute(sql`
    insert into sync_strays (entra_id, is_mfa_registered, is_admin, methods_registered, report_at, at)
    select distinct on (entra_id) entra_id, mfa, admin, methods, report_at, ${now.toISOString()}::timestamptz
    from ${registrationsIn(rows)} as r
    where not exists (select from people p where p.entra_id = r.entra_id)
    on conflict (entra_id) do update set is_mfa_registered = excluded.is_mfa_registered,
      is_admin = excluded.is_admin, methods_registered = excluded.methods_registered,
      report_at = excluded.report_at, at = excluded.at`)
}
