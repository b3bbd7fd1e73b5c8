'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PlanMethods } from '@/components/reset/plan-methods'
import { PlanSteps } from '@/components/reset/plan-steps'
import { FormErrors } from '@/components/ui/form-errors'
import { Notice } from '@/components/ui/notice'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import { defaultIdOf, emptyMomentRefusal, planReset, takesDefaultFirst } from '@/lib/domain/reset'
import { useMessage } from '@/lib/i18n/use-message'
import type { PlanView } from '@/lib/queries/reset-plan'
import type { FormAction } from '@/lib/web/answer'

/** What goes, what stays, in which order; then asks for it. Nothing happens at Microsoft yet. */
export function PlanForm({ caseId, plan, request }: Props) {
  const t = useTranslations('reset')
  const message = useMessage()
  const { run, problems } = useForm(request)
  const { methods, isRegistrationGuarded } = plan
  const [choice, setChoice] = useState(() =>
    methods.filter(({ isSuggested }) => isSuggested).map(({ id }) => id),
  )
  const refusal = emptyMomentRefusal({ methods, isRegistrationGuarded }, choice)
  const isLast = emptyMomentRefusal({ methods, isRegistrationGuarded: false }, choice) !== null

  return (
    <form action={run} className="flex flex-col gap-5">
      <FormErrors errors={problems} />
      <input type="hidden" name="caseId" value={caseId} />
      <PlanMethods methods={methods} choice={choice} onChoose={setChoice} />
      {choice.length > 0 && <PlanSteps steps={planReset(methods, defaultIdOf(methods), choice)} />}
      {refusal && choice.length > 0 && (
        <Notice tone="stop" title={t('emptyTitle')}>
          {message(refusal)}
        </Notice>
      )}
      {!refusal && isLast && choice.length > 0 && <Notice tone="wait">{t('emptyGuarded')}</Notice>}
      {takesDefaultFirst(methods, choice) && <Notice tone="wait">{t('defaultMayStay')}</Notice>}
      <div className="flex flex-col items-start gap-1">
        <SubmitButton refusal={message(plan.forbidden)}>{t('request')}</SubmitButton>
        <p className="text-ink-soft text-sm">{t('requestHint')}</p>
      </div>
    </form>
  )
}

type Props = { caseId: string; plan: PlanView; request: FormAction<string> }
