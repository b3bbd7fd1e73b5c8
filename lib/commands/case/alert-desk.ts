import { queueMessage } from '@/lib/commands/message/queue-message'
import type { Urgency } from '@/lib/domain/case'
import { urgentCaseKey } from '@/lib/domain/message'
import { readSettings } from '@/lib/queries/settings'
import type { Work } from '@/lib/transact'

type Alert = { caseId: string; personId: string; why: Urgency }

/**
 * Has the desk's mailbox told that a case goes before all others, once for each case; where no mailbox is set,
 * only the queue says so.
 */
export async function alertDesk(work: Work, { caseId, personId, why }: Alert): Promise<void> {
  const { deskMailbox } = await readSettings(work.tx)
  if (!deskMailbox) return
  await queueMessage(work, {
    kind: 'urgent_case',
    personId,
    params: { caseId, why },
    onceKey: urgentCaseKey(caseId),
  })
}
