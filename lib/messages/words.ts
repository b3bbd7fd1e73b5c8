import { createTranslator } from 'use-intl/core'
import { formatTime, formatTimeRange } from '@/lib/i18n/format-time'
import type { Language } from '@/lib/i18n/language'
import { messages } from '@/lib/i18n/messages'

/** The sentences of mails in one language, and times written out in one zone. */
export function wordsFor(language: Language, zone: string) {
  const context = { language, zone }
  return {
    language,
    t: createTranslator({
      locale: language,
      messages: messages[language],
      namespace: 'mail',
      timeZone: zone,
    }),
    moment: (iso: string) => formatTime(iso, 'moment', context),
    range: (from: string, to: string) => formatTimeRange(from, to, context),
  }
}

export type Words = ReturnType<typeof wordsFor>
