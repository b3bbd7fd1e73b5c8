import { asc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { messages } from '@/db/schema/messages'
import { addMinutes, runAt } from '@/lib/clock'
import { sendMessage } from '@/lib/effects/send-message'
import { readEnv } from '@/lib/env'
import { mailAccess } from '@/lib/graph/access'

const worker = { kind: 'job', name: 'message.send' } as const

/** Sends what waits, each a minute after it was queued, as the worker would have done in that past. */
export async function sendWaiting(): Promise<void> {
  const post = { sender: readEnv('MAIL_SENDER'), replyTo: '', portalUrl: readEnv('PORTAL_URL') }
  const waiting = await db
    .select({ messageId: messages.id, queuedAt: messages.queuedAt })
    .from(messages)
    .where(eq(messages.state, 'waiting'))
    .orderBy(asc(messages.queuedAt), asc(messages.id))
  for (const { messageId, queuedAt } of waiting)
    await runAt(addMinutes(queuedAt, 1), () => sendMessage(worker, mailAccess(), { messageId, post }))
}
