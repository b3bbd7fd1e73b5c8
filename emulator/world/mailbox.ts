import { isoAt, realNow } from './clock'
import { findPerson } from './people'
import type { World } from './world'
import { appendTo, newId } from './world'

export type MailAttachment = { name: string; contentType: string; contentBytes: string }

export type Mail = {
  id: string
  /** Whose inbox: a person's id, or the bare address when nobody here has it. */
  ownerId: string
  from: string
  to: string[]
  subject: string
  body: { contentType: 'text' | 'html'; content: string }
  attachments: MailAttachment[]
  receivedAt: string
}

/** Puts a message into the inbox of every recipient. */
export function deliverMail(world: World, mail: Omit<Mail, 'id' | 'ownerId' | 'receivedAt'>): void {
  for (const address of mail.to) {
    const ownerId = findPerson(world, address)?.id ?? address.toLowerCase()
    appendTo(world, 'mails', { ...mail, id: newId(), ownerId, receivedAt: isoAt(realNow()) })
  }
}

/** A person's messages, newest first. */
export function listMail(world: World, ownerId: string): Mail[] {
  return world.mails.filter((mail) => mail.ownerId === ownerId).toReversed()
}
