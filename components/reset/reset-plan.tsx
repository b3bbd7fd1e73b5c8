import { RefreshCw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { PlainForm } from '@/components/desk/plain-form'
import { PlanForm } from '@/components/reset/plan-form'
import { EmptyState } from '@/components/ui/empty-state'
import { Icon } from '@/components/ui/icon'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import { useMessage } from '@/lib/i18n/use-message'
import type { PlanView } from '@/lib/queries/reset-plan'
import type { FormAction } from '@/lib/web/answer'

/** Reads Microsoft, says whether the account may be touched, and then lets the agent choose. */
export function ResetPlan({ caseId, plan, actions }: Props) {
  const t = useTranslations('reset')
  const message = useMessage()
  const { isAsking, refusal, answeredAt, methods } = plan
  const canChoose = refusal === null && methods.some(({ isRemovable }) => isRemovable)
  return (
    <div className="flex flex-col gap-4">
      <p className="max-w-prose text-ink-soft">{t('planLead')}</p>
      {isAsking ? (
        <Notice tone="note" announce>
          {t('asking')}
        </Notice>
      ) : (
        <Standing plan={plan} />
      )}
      {canChoose && (
        <Messages namespaces={['reset', 'method']}>
          <PlanForm key={answeredAt} caseId={caseId} plan={plan} request={actions.request} />
        </Messages>
      )}
      {!isAsking && (
        <div className="flex flex-wrap items-center gap-3">
          <Messages>
            <PlainForm
              action={actions.clear}
              variant={canChoose ? 'quiet' : 'primary'}
              hidden={{ caseId }}
              refusal={message(plan.forbidden)}
              label={
                <>
                  <Icon of={RefreshCw} />
                  {t(answeredAt ? 'lookAgain' : 'look')}
                </>
              }
            />
          </Messages>
          {answeredAt && (
            <span className="text-ink-soft text-sm">
              {t.rich('readAt', { at: () => <Time at={answeredAt} style="second" /> })}
            </span>
          )}
        </div>
      )}
    </div>
  )
}

function Standing({ plan }: { plan: PlanView }) {
  const t = useTranslations('reset')
  const message = useMessage()
  const { refusal, failure, askedAt, answeredAt, methods } = plan
  if (askedAt === null) return null
  if (refusal === 'clearance_too_old') return <Notice tone="wait">{message(refusal)}</Notice>
  if (answeredAt === null)
    return (
      <Notice tone="wait" announce title={t('failedTitle')}>
        {failure === 'graph_throttled' ? t('throttled') : message(failure)} {t('askedNothing')}
      </Notice>
    )
  if (refusal)
    return (
      <Notice tone="stop" announce title={t('refusedTitle')}>
        {message(refusal)} {t('refusedHint')}
      </Notice>
    )
  if (methods.some(({ isRemovable }) => isRemovable)) return null
  return <EmptyState title={t('nothingRemovable')}>{t('nothingRemovableHint')}</EmptyState>
}

type Props = {
  caseId: string
  plan: PlanView
  actions: { clear: FormAction<string>; request: FormAction<string> }
}
