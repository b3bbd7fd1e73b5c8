'use client'

import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'

/** The number to say on the phone, large enough to read out. */
export function GivenReference({ given }: { given: { code: string; expiresAt: string } }) {
  const t = useTranslations('reference')
  return (
    <Notice tone="note" announce title={t('given')}>
      <p className="my-2 whitespace-nowrap font-mono font-semibold text-3xl">{given.code}</p>
      <p>{t('givenHint')}</p>
      <p className="mt-2 text-ink-soft text-sm">
        {t.rich('until', { at: () => <Time at={given.expiresAt} /> })}
      </p>
    </Notice>
  )
}
