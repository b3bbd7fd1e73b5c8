import { Lock } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { ResetEnded } from '@/components/reset/reset-ended'
import { ResetOpen } from '@/components/reset/reset-open'
import { ResetPlan } from '@/components/reset/reset-plan'
import { Badge } from '@/components/ui/badge'
import { Details } from '@/components/ui/details'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { useMessage } from '@/lib/i18n/use-message'
import type { PlanView } from '@/lib/queries/reset-plan'
import type { ResetView } from '@/lib/queries/resets'
import type { FormAction } from '@/lib/web/answer'

/** The reset of a case: locked, planned, under way, or over. */
export function ResetPanel({ caseId, isClosed, plan, reset, securityInfoUrl, actions }: Props) {
  const t = useTranslations('reset')
  if (reset && reset.endedAt === null)
    return (
      <Panel title={t('title')}>
        <ResetOpen reset={reset} actions={actions} />
      </Panel>
    )
  const locked = plan.locked && !isClosed
  return (
    <Panel
      title={t('title')}
      aside={
        locked && (
          <Badge tone="stop" icon={Lock}>
            {t('locked')}
          </Badge>
        )
      }
    >
      <div className="flex flex-col gap-5">
        {reset && <ResetEnded reset={reset} securityInfoUrl={securityInfoUrl} />}
        {!isClosed &&
          (plan.locked ? (
            <Locked why={plan.locked} />
          ) : (
            <Planning caseId={caseId} plan={plan} isAgain={reset !== null} actions={actions} />
          ))}
      </div>
    </Panel>
  )
}

function Locked({ why }: { why: NonNullable<PlanView['locked']> }) {
  const t = useTranslations('reset')
  const message = useMessage()
  return (
    <Notice tone="note" title={t('lockedTitle')}>
      {t('lockedHint', { why: message(why) ?? '' })}
    </Notice>
  )
}

function Planning({
  caseId,
  plan,
  isAgain,
  actions,
}: Pick<Props, 'caseId' | 'plan' | 'actions'> & { isAgain: boolean }) {
  const t = useTranslations('reset')
  const planning = <ResetPlan caseId={caseId} plan={plan} actions={actions} />
  return isAgain ? <Details summary={t('again')}>{planning}</Details> : planning
}

type Props = {
  caseId: string
  isClosed: boolean
  plan: PlanView
  /** The case's latest. */
  reset: ResetView | null
  securityInfoUrl: string
  actions: {
    clear: FormAction<string>
    request: FormAction<string>
    run: FormAction
    stop: FormAction
  }
}
