import { finishMessage } from '@/lib/commands/message/finish-message'
import { type StartedMessage, startMessage } from '@/lib/commands/message/start-message'
import type { JobActor } from '@/lib/domain/actor'
import type { MessageOutcome } from '@/lib/domain/message'
import { AppError } from '@/lib/errors'
import type { Access } from '@/lib/graph/access'
import { sendMail } from '@/lib/graph/mail'
import { renderMessage } from '@/lib/messages/render'
import { getMessageFacts } from '@/lib/queries/message-facts'

/** From where mail comes, as the process that sends it was told. */
export type Post = {
  sender: string
  /** Where answers go when no planner is named; empty: to the mailbox. */
  replyTo: string
  portalUrl: string
}

type Asked = { messageId: string; post: Post; signal?: AbortSignal }

/**
 * Intent, one call, outcome. If we die in between, the message stays `sending`; when its time is up it is
 * `uncertain`, and nothing but a person's word sends it again: a second mail could not be told from the first.
 *
 * @param access the right to send from the one mailbox
 */
export async function sendMessage(job: JobActor, access: Access, asked: Asked): Promise<void> {
  const { messageId } = asked
  const started = await startMessage(job, { messageId })
  if (!started) return
  const { fence } = started
  const { mail, language, replyTo } = await write(job, started, asked).catch(async (error: unknown) => {
    // Nothing has gone yet, and that is certain.
    await finishMessage(job, { messageId, fence, language: 'en', outcome: unwritten })
    throw error
  })
  const { sender } = asked.post
  const { clientRequestId, address } = started
  const outcome = await sendMail(
    access,
    sender,
    { ...mail, to: address, replyTo, messageId },
    { clientRequestId, signal: asked.signal },
  ).then(
    ({ requestId, status }): MessageOutcome => ({
      result: 'sent',
      code: null,
      status,
      graphRequestId: requestId,
      retryAt: null,
    }),
    outcomeOf,
  )
  await finishMessage(job, { messageId, fence, language, outcome })
}

async function write(job: JobActor, started: StartedMessage, { post }: Asked) {
  const { kind, preferredLanguage, code } = started
  const facts = await getMessageFacts(job, started.id)
  const mail = renderMessage({ kind, facts, preferredLanguage, code, ...post })
  return { mail, language: mail.language, replyTo: facts.planner?.address ?? (post.replyTo || null) }
}

const unwritten: MessageOutcome = {
  result: 'refused',
  code: 'message_unwritten',
  status: null,
  graphRequestId: null,
  retryAt: null,
}

/**
 * What a failed call means for its message. A refusal is certain, and so is a call that was never made: no
 * token, or no turn. No answer is not. A credential that is refused says nothing about the message: it goes by
 * itself once an Owner has renewed it.
 *
 * @throws whatever is no expected failure
 */
function outcomeOf(error: unknown): MessageOutcome {
  if (!(error instanceof AppError)) throw error
  const { kind, code, detail } = error
  const isThrottled = code === 'graph_throttled'
  return {
    result: isThrottled || wasNotMade(error) ? 'not_begun' : kind === 'unavailable' ? 'uncertain' : 'refused',
    code: kind === 'not_found' ? 'message_mailbox_missing' : code,
    status: typeof detail.status === 'number' ? detail.status : null,
    graphRequestId: typeof detail.requestId === 'string' ? detail.requestId : null,
    retryAt: isThrottled && typeof detail.retryAt === 'string' ? new Date(detail.retryAt) : null,
  }
}

function wasNotMade({ kind, code, detail }: AppError): boolean {
  if (code === 'graph_credential_refused') return true
  return kind === 'unavailable' && (typeof detail.clientRequestId !== 'string' || detail.wasMade === false)
}
