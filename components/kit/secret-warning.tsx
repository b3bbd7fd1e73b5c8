'use client'

import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { looksSecret } from '@/lib/domain/secret-like'

/** Beside a field in which something looks like a secret. It warns and forbids nothing: it may be wrong. */
export function SecretWarning({ text }: { text: string }) {
  const t = useTranslations('kit')
  const found = looksSecret(text)
  return (
    <div role="status">
      {found && (
        <Notice tone="wait" title={t(`secret_${found}`)}>
          {t('secretHint')}
        </Notice>
      )}
    </div>
  )
}
