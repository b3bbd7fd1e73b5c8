'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import { useMessage } from '@/lib/i18n/use-message'
import type { ResetView } from '@/lib/queries/resets'
import type { FormAction } from '@/lib/web/answer'

/**
 * Runs the step whose turn it is. Pressed once in a browser with script it goes on by itself, step by step, until
 * one is refused or the agent says stop; without script each press is one step.
 */
export function RunForm({ reset, next, run }: Props) {
  const t = useTranslations('reset')
  const message = useMessage()
  const { run: action, problems } = useForm(run)
  const form = useRef<HTMLFormElement>(null)
  const [isDriving, setDriving] = useState(false)
  const [pressed, setPressed] = useState<string | null>(null)
  const step = reset.steps.find(({ id }) => id === next.id)
  // Once for each step, and again only when it may be tried anew after Microsoft asked us to wait.
  const turn = `${next.id} ${step?.retryAt ?? ''}`
  const isRefused = problems.length > 0 || (step?.state === 'ready' && step.failure !== null && !step.retryAt)
  const goesOn = isDriving && !isRefused && next.refusal === null && pressed !== turn

  useEffect(() => {
    if (goesOn) form.current?.requestSubmit()
  }, [goesOn])

  const isWaiting = isDriving && !isRefused && isOfTheWay(next.refusal)
  return (
    <form
      ref={form}
      action={action}
      onSubmit={() => {
        setDriving(true)
        setPressed(turn)
      }}
      className="flex flex-col items-start gap-3"
    >
      <FormErrors errors={problems} />
      <input type="hidden" name="stepId" value={next.id} />
      <div className="flex flex-wrap gap-3">
        <SubmitButton pendingLabel={t('running')} refusal={isWaiting ? null : message(next.refusal)}>
          {t(reset.steps[0]?.id === next.id ? 'run' : 'runOn')}
        </SubmitButton>
        {isDriving && !isRefused && (
          <Button variant="quiet" onClick={() => setDriving(false)}>
            {t('pause')}
          </Button>
        )}
      </div>
    </form>
  )
}

/** Refusals that pass by themselves while the page looks again. */
function isOfTheWay(refusal: string | null): boolean {
  return refusal === 'step_running' || refusal === 'step_uncertain' || refusal === 'step_waits'
}

type Props = { reset: ResetView; next: NonNullable<ResetView['next']>; run: FormAction }
