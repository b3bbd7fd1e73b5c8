import { useTranslations } from 'next-intl'
import { PlainForm } from '@/components/desk/plain-form'
import { ResetProgress } from '@/components/reset/reset-progress'
import { Details } from '@/components/ui/details'
import { Messages } from '@/components/ui/messages'
import { SubmitButton } from '@/components/ui/submit-button'
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
      {reset.needsSignIn && <DeskSignIn path={`/desk/cases/${reset.caseId}`} />}
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

/** Brings the agent's own right at Microsoft, and comes back here. */
function DeskSignIn({ path }: { path: string }) {
  const t = useTranslations('reset')
  return (
    <form action="/api/sign-in" method="post" className="flex flex-col items-start gap-2">
      <input type="hidden" name="app" value="desk" />
      <input type="hidden" name="fresh" value="yes" />
      <input type="hidden" name="returnTo" value={path} />
      <SubmitButton>{t('signIn')}</SubmitButton>
      <p className="max-w-prose text-ink-soft text-sm">{t('signInHint')}</p>
    </form>
  )
}
