import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Language } from '@/lib/i18n/language'
import { messages } from '@/lib/i18n/messages'

/** When it is, in rendered tests: 22 November 2026, 11:00 in Rome. */
export const now = new Date('2026-11-22T10:00:00Z')

/** The markup a reader in Rome gets. */
export function render(node: ReactNode, language: Language = 'en'): string {
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={language} messages={messages[language]} timeZone="Europe/Rome" now={now}>
      {node}
    </NextIntlClientProvider>,
  )
}
