import { z } from 'zod'
import type { Access } from './access'
import { callGraph } from './client'
import type { Receipt } from './failure'

export type OutgoingMail = {
  to: string
  /** Where an answer goes; null: to the mailbox itself. */
  replyTo: string | null
  subject: string
  html: string
  attachments: readonly { name: string; contentType: string; content: string }[]
  /** Ours, so that whoever looks into Sent items finds it. */
  messageId: string
}

/**
 * Sends one mail from a mailbox; Exchange adds the plain text. Never repeated here: Microsoft knows no way to
 * tell a second try from a second mail. It keeps a copy in Sent items, where people can look up what is
 * uncertain. Needs `Mail.Send`, limited to that mailbox.
 *
 * @param sender object id or address of the mailbox
 * @throws {AppError} refused — surely not sent · unavailable — unknown, but for `graph_throttled`
 * @see https://learn.microsoft.com/graph/api/user-sendmail
 */
export async function sendMail(
  access: Access,
  sender: string,
  { to, replyTo, subject, html, attachments, messageId }: OutgoingMail,
  { clientRequestId, signal }: { clientRequestId: string; signal?: AbortSignal | undefined },
): Promise<Receipt> {
  const message = {
    subject,
    body: { contentType: 'HTML', content: html },
    toRecipients: [recipient(to)],
    ...(replyTo ? { replyTo: [recipient(replyTo)] } : {}),
    internetMessageHeaders: [{ name: 'x-passaggio-message', value: messageId }],
    attachments: attachments.map(({ name, contentType, content }) => ({
      '@odata.type': '#microsoft.graph.fileAttachment',
      name,
      contentType,
      contentBytes: Buffer.from(content, 'utf8').toString('base64'),
    })),
  }
  const { receipt } = await callGraph(access, `/users/${encodeURIComponent(sender)}/sendMail`, {
    method: 'POST',
    body: { message, saveToSentItems: true },
    headers: { 'content-type': 'application/json' },
    answer: z.unknown(),
    clientRequestId,
    signal,
  })
  return receipt
}

function recipient(address: string) {
  return { emailAddress: { address } }
}
