'use client'

import { useTranslations } from 'next-intl'
import { PlainForm } from '@/components/ui/plain-form'
import type { FormAction } from '@/lib/web/answer'

/** Gives the seat to somebody else, after saying what that means. */
export function CancelForm({ cancelSlot }: { cancelSlot: FormAction }) {
  const t = useTranslations('booking')
  return (
    <div className="flex flex-col gap-3 py-2">
      <p>{t('cancelHint')}</p>
      <PlainForm action={cancelSlot} label={t('cancelButton')} variant="danger" />
    </div>
  )
}
