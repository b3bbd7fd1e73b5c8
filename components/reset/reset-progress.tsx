'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { fetchView } from '@/components/desk/fetch-view'
import { QueryProvider } from '@/components/desk/query-provider'
import { ResetSteps } from '@/components/reset/reset-steps'
import { RunForm } from '@/components/reset/run-form'
import { FreshSignIn } from '@/components/sign-in/fresh-sign-in'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import type { ResetView } from '@/lib/queries/resets'
import type { FormAction } from '@/lib/web/answer'

const everyMs = 1_500

/** A reset under way: its steps, kept up by themselves, and the button that drives them one after another. */
export function ResetProgress(props: Props) {
  return (
    <QueryProvider>
      <Live {...props} />
    </QueryProvider>
  )
}

function Live({ initial, run }: Props) {
  const t = useTranslations('reset')
  const { data: reset, isError } = useQuery({
    queryKey: ['reset', initial.id, initial.next?.id ?? null],
    queryFn: ({ signal }) => fetchView<ResetView>(`/api/desk/resets/${initial.id}`, signal),
    initialData: initial,
    refetchInterval: ({ state }) => (state.data?.endedAt ? false : everyMs),
  })
  const done = reset.steps.filter(({ state }) => state === 'done').length
  return (
    <div className="flex flex-col gap-4">
      {isError && (
        <Notice tone="wait" announce>
          {t('stale')}
        </Notice>
      )}
      <Progress label={t('steps')} value={done} max={reset.steps.length}>
        <span role="status">{t('done', { done, total: reset.steps.length })}</span>
      </Progress>
      <ResetSteps steps={reset.steps} />
      {reset.next && !reset.needsSignIn && <RunForm reset={reset} next={reset.next} run={run} />}
      {reset.next && wantsSignIn(reset) && (
        <FreshSignIn
          app="desk"
          returnTo={`/desk/cases/${reset.caseId}`}
          variant={reset.needsSignIn ? 'primary' : 'secondary'}
          wide={false}
          hint={t('signInHint')}
        >
          {t('signIn')}
        </FreshSignIn>
      )}
    </div>
  )
}

/** There is no right at Microsoft, or Microsoft did not take it: a new sign-in brings a new one. */
function wantsSignIn({ needsSignIn, next, steps }: ResetView): boolean {
  const failure = steps.find(({ id }) => id === next?.id)?.failure
  return needsSignIn || failure === 'graph_role_inactive' || failure === 'step_up_needed'
}

type Props = { initial: ResetView; run: FormAction }
