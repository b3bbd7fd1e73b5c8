'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

/** A bug, seen by a person: what it means, a reference for the helpdesk, and a way on. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const t = useTranslations('fault')
  return (
    <main id="content" className="mx-auto flex max-w-column flex-col items-start gap-4 px-4 py-12">
      <h1 className="text-2xl">{t('title')}</h1>
      <p>{t('body')}</p>
      {error.digest && (
        <p className="text-ink-soft text-sm">
          {t('reference')} <code>{error.digest}</code>
        </p>
      )}
      <Button variant="primary" onClick={reset}>
        {t('again')}
      </Button>
    </main>
  )
}
