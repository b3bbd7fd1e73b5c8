import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BaselineStep } from '@/components/swap/baseline-step'
import { DevicesForm } from '@/components/swap/devices-form'
import { Guide, GuideFoot } from '@/components/swap/guide'
import { LastLook } from '@/components/swap/last-look'
import { OthersStep } from '@/components/swap/others-step'
import { ProveStep } from '@/components/swap/prove-step'
import { RegisterStep } from '@/components/swap/register-step'
import { RemoveStep } from '@/components/swap/remove-step'
import { SecondWayStep } from '@/components/swap/second-way-step'
import { Shown } from '@/components/swap/shown'
import { SignInAgainStep } from '@/components/swap/sign-in-again-step'
import type { StepProps } from '@/components/swap/step-props'
import { TickStep } from '@/components/swap/tick-step'
import { Messages } from '@/components/ui/messages'
import type { Step } from '@/lib/domain/step'

/** The one step that is next: why, what to do, and what counts as done. */
export function StepCard(props: StepProps) {
  const t = useTranslations('swap')
  const language = useLocale()
  const { swap, edition, shown, actions } = props
  const { step } = swap
  if (step === 'safe') return swap.isSafe ? null : <LastLook {...props} />
  return (
    <section aria-labelledby="step" className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 id="step" tabIndex={-1} className="rounded text-xl">
          {t(`step_${step}`)}
        </h2>
        {edition && (
          <p className="text-ink-soft">
            {edition.text[language].why} {t('minutes', { count: edition.minutes })}
          </p>
        )}
      </div>
      <Guide edition={edition} note={swap.note} />
      <Messages namespaces={['swap']}>{bodies[step](props)}</Messages>
      <GuideFoot edition={edition} />
      <Shown fields={shown} showEdition={actions.showEdition} />
    </section>
  )
}

const bodies: Record<Exclude<Step, 'safe'>, (props: StepProps) => ReactNode> = {
  devices: ({ swap, shown, actions }) => (
    <DevicesForm said={swap.said} shown={shown} action={actions.describeMove} submit="devicesDone" />
  ),
  baseline: (props) => <BaselineStep {...props} />,
  second_way: (props) => <SecondWayStep {...props} />,
  restore: (props) => <TickStep {...props} step="restore" />,
  enrol: (props) => <TickStep {...props} step="enrol" />,
  register: (props) => <RegisterStep {...props} />,
  prove: (props) => <ProveStep {...props} />,
  remove: (props) => <RemoveStep {...props} />,
  sign_in_again: (props) => <SignInAgainStep {...props} />,
  others: (props) => <OthersStep {...props} />,
}
