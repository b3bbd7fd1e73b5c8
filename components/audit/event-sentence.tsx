import { useTranslations } from 'next-intl'
import { sentenceKey } from '@/components/audit/sentence-key'
import { isAuditType } from '@/lib/domain/audit-groups'

/** What happened, in plain words; to be read after whoever did it. */
export function EventSentence({ type }: { type: string }) {
  const t = useTranslations('audit')
  return isAuditType(type) ? t(`types.${sentenceKey(type)}`) : t('unknownType')
}
