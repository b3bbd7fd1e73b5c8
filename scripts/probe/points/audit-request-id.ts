import { z } from 'zod'
import { readClock } from '@/lib/clock'
import { bodyOf, Unseen } from '../graph'
import { deletePass, makePass } from '../passes'
import type { Point } from '../point'
import { Skipped } from '../sign-in'

const Entries = z.object({
  value: z.array(
    z.object({
      correlationId: z.string().nullish(),
      activityDisplayName: z.string().nullish(),
      targetResources: z.array(z.object({ id: z.string().nullish() })).nullish(),
    }),
  ),
})

const EARLIER_MS = 60_000

/** Whether our own id of a call can be found in Microsoft's log of it. */
export const auditRequestId: Point<'audit_request_id'> = {
  code: 'audit_request_id',
  question: 'Does the audit log keep the caller’s client-request-id as correlationId?',
  why: 'Each of our changes is paired with Microsoft’s own record of it; by that id it would be certain.',
  changes: 'makes a pass for the first user and deletes it',
  async observe(visit) {
    const { first: account, hear, agent, terminal } = visit
    const since = new Date(readClock().getTime() - EARLIER_MS).toISOString()
    const right = await agent()
    const made = await makePass(visit, { right, account })
    if (!made.id) throw new Unseen(`No pass was made: ${made.heard.said.message ?? made.heard.said.status}`)
    const gone = await deletePass(visit, right, account, made.id)
    const ours = [made.heard.clientRequestId, gone.clientRequestId]
    for (;;) {
      const path = `/auditLogs/directoryAudits?$filter=activityDateTime ge ${since}&$top=100`
      const heard = await hear('reader', path)
      const about = bodyOf(heard, Entries).value.filter(
        ({ activityDisplayName, targetResources }) =>
          /security info/i.test(activityDisplayName ?? '') &&
          targetResources?.some(({ id }) => id === account.id),
      )
      const isKept = about.some(({ correlationId }) => ours.includes(correlationId ?? ''))
      if (isKept) return { observed: { isKept }, graphRequestId: heard.requestId }
      const question = `${about.length} entries about the user, none with our id. The log is minutes late.`
      const next = await terminal.choose(question, { a: 'look again', n: 'it is not kept', s: 'skip' })
      if (next === 'n' && about.length > 0) return { observed: { isKept }, graphRequestId: heard.requestId }
      if (next !== 'a') throw new Skipped()
    }
  },
}
