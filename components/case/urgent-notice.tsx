import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import type { CaseView } from '@/lib/queries/case-view'

const reasons = ['not_me', 'stolen'] as const

/** Why an open case goes before all others. */
export function UrgentNotice({ view }: { view: Pick<CaseView, 'row' | 'urgentWhy'> }) {
  const t = useTranslations('case')
  const why = reasons.find((reason) => reason === view.urgentWhy)
  if (!view.row.isUrgent || !why) return null
  return (
    <div className="mb-5">
      <Notice tone="stop" title={`${t('urgent')}: ${t(`urgent_${why}`)}`}>
        {t(`urgent_${why}Hint`)}
      </Notice>
    </div>
  )
}
