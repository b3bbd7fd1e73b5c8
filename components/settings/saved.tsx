'use client'

import { useTranslations } from 'next-intl'

/** Says that it was saved; there from the start, so that a screen reader hears the change. */
export function Saved({ isDone }: { isDone: boolean }) {
  const t = useTranslations('settings.options')
  return (
    <p role="status" className="text-safe text-sm empty:hidden">
      {isDone && t('saved')}
    </p>
  )
}
