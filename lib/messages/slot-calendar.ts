import { createTranslator } from 'use-intl/core'
import { type CalendarEntry, calendarText } from '@/lib/domain/calendar'
import type { Language } from '@/lib/i18n/language'
import { messages } from '@/lib/i18n/messages'
import type { SlotCalendar } from '@/lib/queries/slot-calendar'

type Wish = {
  language: Language
  /** The portal's root; the only link an entry holds. */
  portalUrl: string
  /** PUBLISH for one's own download; the others are mailed and name who sends and who gets them. */
  method: CalendarEntry['method']
  sender?: { name: string; address: string }
  /** The code by which the mail can be checked at the portal. */
  code?: string
}

/** A slot as an iCalendar file in the person's language. */
export function slotCalendarText(slot: SlotCalendar, wish: Wish): string {
  const { language, method, sender } = wish
  const t = createTranslator({ locale: language, messages: messages[language], namespace: 'booking' })
  return calendarText({
    ...slot,
    method,
    summary: t('entrySummary'),
    description: bodyOf(slot, wish),
    location: slot.isAtHome ? t('entryHome') : slot.site,
    alarms: [
      { minutesBefore: 1_440, text: t('alarmDay') },
      { minutesBefore: 60, text: t('alarmHour') },
    ],
    ...(sender && { organizer: sender }),
    ...(method !== 'PUBLISH' && { attendee: slot.person }),
  })
}

function bodyOf({ isAtHome, deskContact }: SlotCalendar, { language, portalUrl, code }: Wish): string {
  const t = createTranslator({ locale: language, messages: messages[language], namespace: 'booking' })
  return [
    t(isAtHome ? 'entryBodyHome' : 'entryBody'),
    ...(deskContact ? [t('entryDesk', { contact: deskContact })] : []),
    t('entryPortal', { url: portalUrl }),
    ...(code ? [t('entryCode', { code })] : []),
  ].join('\n')
}
