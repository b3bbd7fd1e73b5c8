import { cases } from '@/db/schema/desk'
import { queueMessage } from '@/lib/commands/message/queue-message'
import { type CaseReason, type CaseState, urgencyOf } from '@/lib/domain/case'
import { topicIn } from '@/lib/domain/topic'
import type { Work } from '@/lib/transact'
import { alertDesk } from './alert-desk'
import { readCaseContext } from './case-context'

type NewCase = {
  person: { id: string; entraId: string }
  reason: CaseReason
  state: CaseState
  agentId?: string
  ticket?: string | undefined
  /** The topic of the help that did not help, with its edition. */
  topic?: string
}

/** Opens a case and says so in the log. The caller holds the person's row and has asked for permission. */
export async function insertCase(
  work: Work,
  { person, reason, state, agentId, ticket, topic }: NewCase,
): Promise<typeof cases.$inferSelect> {
  const { swapId, context } = await readCaseContext(work, person.id)
  const urgentWhy = urgencyOf(reason)
  const [opened] = await work.tx
    .insert(cases)
    .values({
      personId: person.id,
      swapId,
      reason,
      state,
      agentId: agentId ?? null,
      openedById: agentId ?? person.id,
      ticket: ticket || null,
      urgentAt: urgentWhy && work.now,
      urgentWhy,
      context: topic ? { ...context, ...topicContext(topic) } : context,
      openedAt: work.now,
    })
    .returning()
  if (!opened) throw new Error('an inserted case must come back')
  work.record(
    'case.opened',
    { kind: 'case', id: opened.id, oid: person.entraId },
    {
      detail: { number: opened.number, reason, by: agentId ? 'agent' : 'person', urgent: urgentWhy !== null },
    },
  )
  await queueMessage(work, { kind: 'case_opened', personId: person.id, params: { caseId: opened.id } })
  if (urgentWhy) await alertDesk(work, { caseId: opened.id, personId: person.id, why: urgentWhy })
  return opened
}

/** Only what the help really has: the rest of what a form sends is nobody's topic. */
function topicContext(text: string): Record<string, string> {
  const [code, edition = ''] = text.split('@')
  const topic = topicIn(code)
  return topic ? { topic, topicEdition: edition.slice(0, 10) } : {}
}
