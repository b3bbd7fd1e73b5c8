import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { BaselineStep } from '@/components/swap/baseline-step'
import { DevicesForm } from '@/components/swap/devices-form'
import { LastLook } from '@/components/swap/last-look'
import { OthersForm } from '@/components/swap/others-form'
import { ProveStep } from '@/components/swap/prove-step'
import { RegisterStep } from '@/components/swap/register-step'
import { RemoveStep } from '@/components/swap/remove-step'
import { RestoreStep } from '@/components/swap/restore-step'
import { SecondWayStep } from '@/components/swap/second-way-step'
import { SignInAgainStep } from '@/components/swap/sign-in-again-step'
import type { StepProps } from '@/components/swap/step-props'
import { Messages } from '@/components/ui/messages'
import { type Step, stepMinutes } from '@/lib/domain/step'

/** The one step that is next: why, what to do, and what counts as done. */
export function StepCard(props: StepProps) {
  const t = useTranslations('swap')
  const { step } = props.swap
  if (step === 'safe') return props.swap.isSafe ? null : <LastLook {...props} />
  return (
    <section aria-labelledby="step" className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <h2 id="step" tabIndex={-1} className="rounded text-xl">
          {t(`step_${step}`)}
        </h2>
        <p className="text-ink-soft">
          {t(`why_${step}`)} {t('minutes', { count: stepMinutes[step] })}
        </p>
      </div>
      <Messages namespaces={['swap']}>{bodies[step](props)}</Messages>
    </section>
  )
}

const bodies: Record<Exclude<Step, 'safe'>, (props: StepProps) => ReactNode> = {
  devices: ({ swap, actions }) => <DevicesForm said={swap.said} describeMove={actions.describeMove} />,
  baseline: (props) => <BaselineStep {...props} />,
  second_way: (props) => <SecondWayStep {...props} />,
  restore: (props) => <RestoreStep {...props} />,
  enrol: (props) => <RestoreStep {...props} />,
  register: (props) => <RegisterStep {...props} />,
  prove: (props) => <ProveStep {...props} />,
  remove: (props) => <RemoveStep {...props} />,
  sign_in_again: (props) => <SignInAgainStep {...props} />,
  others: ({ actions }) => <OthersForm attestOthersChecked={actions.attestOthersChecked} />,
}
