import { useTranslations } from 'next-intl'
import { ResetSteps } from '@/components/reset/reset-steps'
import { Notice } from '@/components/ui/notice'
import type { ResetView } from '@/lib/queries/resets'

/** A reset that is over: what was done, what it does not do, and what the caller does next. */
export function ResetEnded({ reset, securityInfoUrl }: { reset: ResetView; securityInfoUrl: string }) {
  const t = useTranslations('reset')
  const isDone = reset.endedWhy === 'done'
  const isRevoked = reset.steps.some(({ kind, state }) => kind === 'revoke_sessions' && state === 'done')
  return (
    <div className="flex flex-col gap-4">
      <Notice tone={isDone ? 'safe' : 'wait'} announce title={t(isDone ? 'doneTitle' : 'stoppedTitle')}>
        {t(isDone ? 'doneHint' : 'stoppedHint')}
      </Notice>
      <ResetSteps steps={reset.steps} />
      {isRevoked && <Notice tone="wait">{t('revokeNote')}</Notice>}
      {isDone && (
        <section aria-labelledby="reset-next">
          <h3 id="reset-next" className="mb-1 text-base">
            {t('next')}
          </h3>
          <ol className="flex list-decimal flex-col gap-1 pl-6">
            <li>{t.rich('next1', { link: () => <code className="break-all">{securityInfoUrl}</code> })}</li>
            <li>{t('next2')}</li>
            <li>{t('next3')}</li>
          </ol>
        </section>
      )}
    </div>
  )
}
