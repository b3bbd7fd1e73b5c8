import * as z from 'zod'

import { deliverMail } from '../world/mailbox'
import { writeEffect } from './record'
import { type AllowedRequest, badRequest, type GraphAnswer } from './request'
import { getTarget } from './users'

const Recipient = z.object({ emailAddress: z.object({ address: z.string() }) })
const Attachment = z.object({
  '@odata.type': z.literal('#microsoft.graph.fileAttachment'),
  name: z.string(),
  contentType: z.string().default('application/octet-stream'),
  contentBytes: z.string(),
})
const Body = z.object({
  message: z.object({
    subject: z.string().default(''),
    body: z.object({ contentType: z.string(), content: z.string() }),
    toRecipients: z.array(Recipient).default([]),
    ccRecipients: z.array(Recipient).default([]),
    bccRecipients: z.array(Recipient).default([]),
    attachments: z.array(Attachment).default([]),
  }),
  saveToSentItems: z.boolean().optional(),
})

/** POST …/sendMail: 202 without a body. The message is in the inboxes at once. */
export function sendUserMail(request: AllowedRequest, { user = '' }: Record<string, string>): GraphAnswer {
  const sender = getTarget(request, user)
  const parsed = Body.safeParse(request.body)
  if (!parsed.success) throw badRequest('The request body is not a valid message.', 'RequestBodyRead')
  const { message } = parsed.data
  const recipients = [...message.toRecipients, ...message.ccRecipients, ...message.bccRecipients]
  const to = recipients.map(({ emailAddress }) => emailAddress.address)
  if (to.length === 0) throw badRequest('At least one recipient is required.', 'ErrorInvalidRecipients')
  deliverMail(request.world, {
    from: sender.userPrincipalName,
    to,
    subject: message.subject,
    body: {
      contentType: message.body.contentType.toLowerCase() === 'html' ? 'html' : 'text',
      content: message.body.content,
    },
    attachments: message.attachments.map(({ name, contentType, contentBytes }) => ({
      name,
      contentType,
      contentBytes,
    })),
  })
  writeEffect(request, 'mail.sent', sender, { to, subject: message.subject })
  return { status: 202 }
}
