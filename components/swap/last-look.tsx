import { useTranslations } from 'next-intl'
import { LookState } from '@/components/swap/look-state'
import type { StepProps } from '@/components/swap/step-props'

/** Everything is done; the word is given after one more look at Microsoft. */
export function LastLook({ swap, actions }: Pick<StepProps, 'swap' | 'actions'>) {
  const t = useTranslations('swap')
  return (
    <section aria-labelledby="step" className="flex flex-col gap-4">
      <h2 id="step" tabIndex={-1} className="rounded text-xl">
        {t('lastLook')}
      </h2>
      <LookState look={swap.look} lookAgain={actions.lookAgain} waitingFor={t('lastLookWait')} />
    </section>
  )
}
