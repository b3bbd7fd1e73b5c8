import { CircleDashed, CircleHelp, LoaderCircle, type LucideIcon, RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useStepName } from '@/components/reset/step-name'
import { Known } from '@/components/truth/known'
import { Badge } from '@/components/ui/badge'
import { Details } from '@/components/ui/details'
import { Time } from '@/components/ui/time'
import type { Tone } from '@/components/ui/tone'
import { useMessage } from '@/lib/i18n/use-message'
import type { StepView } from '@/lib/queries/resets'

/** Each step, where it stands, and what Microsoft said. */
export function ResetSteps({ steps }: { steps: StepView[] }) {
  const t = useTranslations('reset')
  const nameOf = useStepName()
  const message = useMessage()
  return (
    <ol aria-label={t('steps')} className="flex flex-col divide-y divide-line">
      {steps.map((step) => (
        <li key={step.id} className="flex flex-col gap-1 py-3">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="tabular text-ink-soft">{step.position}</span>
            <span className="font-semibold">{nameOf(step)}</span>
            <State step={step} />
          </div>
          {step.failure && step.state !== 'done' && (
            <p className="max-w-prose text-sm">
              {message(step.failure)}{' '}
              {step.retryAt &&
                t.rich('retryAt', { at: () => <Time at={step.retryAt ?? ''} style="second" /> })}
            </p>
          )}
          {step.clientRequestId && <RequestIds step={step} />}
        </li>
      ))}
    </ol>
  )
}

const look: Record<'ready' | 'retry' | 'running' | 'uncertain', { tone: Tone; icon: LucideIcon }> = {
  ready: { tone: 'plain', icon: CircleDashed },
  retry: { tone: 'wait', icon: RotateCcw },
  running: { tone: 'note', icon: LoaderCircle },
  uncertain: { tone: 'wait', icon: CircleHelp },
}

function State({ step: { kind, state, failure, endedAt, graphRequestId } }: { step: StepView }) {
  const t = useTranslations('reset')
  if (state === 'done') {
    // A removal is read back; that sessions were ended Microsoft only says.
    const isRead = kind === 'remove_method'
    const evidence = { source: t(isRead ? 'state_done' : 'state_said'), requestId: graphRequestId }
    return <Known how={isRead ? 'proved' : 'seen'} at={endedAt} evidence={evidence} />
  }
  const shown = state === 'ready' && failure ? 'retry' : state
  return <Badge {...look[shown]}>{t(`state_${shown}`)}</Badge>
}

function RequestIds({ step: { graphRequestId, clientRequestId } }: { step: StepView }) {
  const t = useTranslations('reset')
  return (
    <Details summary={<span className="font-normal text-sm">{t('details')}</span>}>
      <dl className="text-sm">
        <dt className="text-ink-soft">{t('clientRequestId')}</dt>
        <dd>
          <code className="break-all">{clientRequestId}</code>
        </dd>
        {graphRequestId && (
          <>
            <dt className="text-ink-soft">{t('requestId')}</dt>
            <dd>
              <code className="break-all">{graphRequestId}</code>
            </dd>
          </>
        )}
      </dl>
    </Details>
  )
}
