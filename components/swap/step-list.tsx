import { Check, Circle, CircleDot } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Details } from '@/components/ui/details'
import { Icon } from '@/components/ui/icon'
import type { MySwapView } from '@/lib/queries/my-swap'

/** All steps in order: behind, here, ahead. */
export function StepList({ swap }: { swap: MySwapView }) {
  const t = useTranslations('swap')
  const shown = swap.steps.filter((step) => step !== 'safe')
  return (
    <Details summary={t('allSteps')}>
      <ol className="flex flex-col gap-1">
        {shown.map((step) => {
          const state = swap.doneSteps.includes(step) ? 'done' : step === swap.step ? 'now' : 'later'
          return (
            <li
              key={step}
              className="flex items-start gap-2 py-1"
              aria-current={state === 'now' ? 'step' : undefined}
            >
              <Icon of={icons[state]} className="mt-[0.2em]" />
              <span className={state === 'later' ? 'text-ink-soft' : ''}>
                {t(`step_${step}`)} <span className="text-ink-soft text-sm">({t(`state_${state}`)})</span>
              </span>
            </li>
          )
        })}
      </ol>
    </Details>
  )
}

const icons = { done: Check, now: CircleDot, later: Circle }
