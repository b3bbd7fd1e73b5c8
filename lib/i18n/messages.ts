import type { Language } from '@/lib/i18n/language'
import en from '@/lib/i18n/messages/en.json'
import it from '@/lib/i18n/messages/it.json'

/** Every sentence, by namespace: a noun or a room. English is the shape. */
export type Messages = typeof en

/** The top-level keys of the catalogue. */
export type Namespace = keyof Messages

/** A code that has a sentence. `lib/errors.ts` accepts no other. */
export type MessageCode = keyof Messages['errors']

/** All sentences of both languages. A key in only one of them does not compile. */
export const messages: Record<Language, Messages> = { en: en satisfies typeof it, it: it satisfies typeof en }

declare module 'use-intl' {
  interface AppConfig {
    Locale: Language
    Messages: Messages
  }
}
