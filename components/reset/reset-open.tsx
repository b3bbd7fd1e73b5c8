import { useTranslations } from 'next-intl'
import { PlainForm } from '@/components/desk/plain-form'
import { ResetProgress } from '@/components/reset/reset-progress'
import { Details } from '@/components/ui/details'
import { Messages } from '@/components/ui/messages'
import { Time } from '@/components/ui/time'
import { useMessage } from '@/lib/i18n/use-message'
import type { ResetView } from '@/lib/queries/resets'
import type { FormAction } from '@/lib/web/answer'

/** A reset that is under way. */
export function ResetOpen({
  reset,
  actions,
}: {
  reset: ResetView
  actions: { run: FormAction; stop: FormAction }
}) {
  const t = useTranslations('reset')
  const message = useMessage()
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-soft">
        {t.rich('under', { name: reset.requestedBy, at: () => <Time at={reset.requestedAt} style="time" /> })}
      </p>
      <Messages namespaces={['reset', 'method', 'truth']}>
        <ResetProgress initial={reset} run={actions.run} />
      </Messages>
      <Details summary={t('stop')}>
        <Messages>
          <div className="flex flex-col gap-3 py-2">
            <p className="max-w-prose text-ink-soft text-sm">{t('stopHint')}</p>
            <PlainForm
              action={actions.stop}
              variant="danger"
              hidden={{ resetId: reset.id }}
              label={t('stop')}
              refusal={message(reset.stopRefusal)}
            />
          </div>
        </Messages>
      </Details>
    </div>
  )
}
