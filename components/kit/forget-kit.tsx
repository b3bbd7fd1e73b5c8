'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'

/** Takes the list out of this browser for good; asked twice. */
export function ForgetKit({ forget }: { forget: () => void }) {
  const t = useTranslations('kit')
  return (
    <Dialog open={t('forget')} variant="quiet" title={t('forgetTitle')}>
      <div className="flex flex-col gap-4">
        <p>{t('forgetHint')}</p>
        <Button variant="danger" wide onClick={forget}>
          {t('forgetNow')}
        </Button>
      </div>
    </Dialog>
  )
}
