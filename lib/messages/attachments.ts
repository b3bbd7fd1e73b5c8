import type { MessageKind } from '@/lib/domain/message'
import { writeCode } from '@/lib/domain/message-code'
import type { Language } from '@/lib/i18n/language'
import type { MessageFacts } from '@/lib/queries/message-facts'
import type { Attachment } from './letter'
import { slotCalendarText } from './slot-calendar'

type Context = {
  language: Language
  portalUrl: string
  code: string
  /** The mailbox that mail comes from. */
  sender: string
}

/** The files that go with a kind of message, made when it goes: a slot's calendar entry. */
export function attachmentsOf(kind: MessageKind, facts: MessageFacts, context: Context): Attachment[] {
  const { calendar } = facts
  if (!calendar || !kind.startsWith('booking_')) return []
  const { language, portalUrl, code, sender } = context
  const method = kind === 'booking_cancelled' ? 'CANCEL' : 'REQUEST'
  const content = slotCalendarText(calendar, {
    language,
    portalUrl,
    method,
    code: writeCode(code),
    sender: { name: 'Passaggio', address: sender },
  })
  return [{ name: 'passaggio.ics', contentType: `text/calendar; charset=utf-8; method=${method}`, content }]
}
