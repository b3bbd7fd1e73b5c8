import { useTranslations } from 'next-intl'
import type { MessageCode } from '@/lib/i18n/messages'

/** Gives the sentence for a code, with the values it has places for; null for no code. In a client component it needs `<Messages>` around it. */
export function useMessage() {
  const translate = useTranslations('errors')
  return (code: MessageCode | null | undefined, values?: Record<string, string | number>) =>
    code ? translate(code, values) : null
}
