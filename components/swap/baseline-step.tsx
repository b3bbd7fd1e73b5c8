import { useTranslations } from 'next-intl'
import { BaselineForm } from '@/components/swap/baseline-form'
import { LookState } from '@/components/swap/look-state'
import type { StepProps } from '@/components/swap/step-props'
import { Notice } from '@/components/ui/notice'

/** What Microsoft shows before anything changes, and whose each entry is. */
export function BaselineStep({ swap, shown, actions }: StepProps) {
  const t = useTranslations('swap')
  if (!swap.baselineAt) {
    return <LookState look={swap.look} lookAgain={actions.lookAgain} waitingFor={t('waitBaseline')} />
  }
  if (swap.entries.length === 0)
    return (
      <Notice tone="wait" title={t('noEntries')}>
        {t('noEntriesHint')}
      </Notice>
    )
  return <BaselineForm entries={swap.entries} shown={shown} assignEntries={actions.assignEntries} />
}
