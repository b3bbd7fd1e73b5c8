import { eq } from 'drizzle-orm'
import { syncCursors, syncRuns } from '@/db/schema/sync'
import type { JobActor } from '@/lib/domain/actor'
import { planSync } from '@/lib/domain/directory'
import type { PeoplePage } from '@/lib/graph/people'
import { transact } from '@/lib/transact'
import { type Cursor, lockPeopleForPages, lockRun } from './lock-run'
import { forgetLeaving, noteLeaving, noteUnseen } from './note-leavers'
import { dropStrays, followManagers, listKnown, markSeen, writePeople } from './write-people'

/** What is to be read next: another page, or nothing. */
export type NextPage = { link: string; isDelta: boolean } | null

type Input = {
  runId: string
  page: PeoplePage
  /** With the first page of everybody: where the changes since are to be had. */
  deltaLink?: string
}

/**
 * Writes one page of the directory, and where to go on, in one commit. Safe to repeat: a page that was
 * applied changes nothing the second time. Who is missing is only noted; the end of the run decides.
 *
 * @throws {AppError} refused `sync_superseded`
 */
export async function applyDirectoryPage(
  actor: JobActor,
  { runId, page, deltaLink }: Input,
): Promise<NextPage> {
  return transact(actor, async ({ tx, now, permit, record, unchanged }) => {
    permit('directory.sync')
    const { run, cursor } = await lockRun(tx, { runId, pipeline: 'people', now })
    await lockPeopleForPages(tx)

    const seenIds = page.people.map(({ entraId }) => entraId)
    const plan = planSync(await listKnown(tx, seenIds), page.people)
    await writePeople(tx, [...plan.joined, ...plan.changed], now)
    if (!cursor.isDelta) await markSeen(tx, plan.same, now)
    await dropStrays(tx, plan.joined)
    await followManagers(tx, [...plan.joined, ...plan.changed])
    await forgetLeaving(tx, seenIds)
    await noteLeaving(tx, page.removed, now)

    const { isEnd, ...next } = whereNext(page, { ...cursor, deltaLink: deltaLink ?? cursor.deltaLink })
    if (!cursor.isDelta && next.isDelta) await noteUnseen(tx, cursor, now)
    await tx.update(syncCursors).set(next).where(eq(syncCursors.pipeline, 'people'))

    const changed = plan.joined.length + plan.changed.length
    await tx
      .update(syncRuns)
      .set({
        pageCount: run.pageCount + 1,
        seenCount: run.seenCount + seenIds.length,
        changedCount: run.changedCount + changed,
        graphRequestId: page.receipt.requestId,
      })
      .where(eq(syncRuns.id, runId))
    if (changed + page.removed.length === 0) unchanged()
    else {
      const counts = { seen: seenIds.length, joined: plan.joined.length, changed: plan.changed.length }
      const detail = { pipeline: 'people', page: run.pageCount + 1, ...counts, removed: page.removed.length }
      record('sync.page_applied', { kind: 'sync', id: runId }, { detail, graph: page.receipt })
    }
    return isEnd ? null : { link: next.link, isDelta: next.isDelta }
  })
}

/** After the last page of everybody come the changes since it began; after the last of those, the end. */
function whereNext(page: PeoplePage, { isDelta, deltaLink }: Cursor) {
  if (page.nextLink) return { link: page.nextLink, isDelta, deltaLink, isEnd: false }
  const link = isDelta ? page.deltaLink : deltaLink
  if (!link) throw new Error('the last page must come with a link to the changes that follow')
  return { link, isDelta: true, deltaLink: null, isEnd: isDelta }
}
