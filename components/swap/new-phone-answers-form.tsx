'use client'

import { useTranslations } from 'next-intl'
import { HiddenFields } from '@/components/swap/hidden-fields'
import type { ShownFields } from '@/components/swap/step-props'
import { Checkbox } from '@/components/ui/checkbox'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** The old phone cannot be off: the word that the new one answers, which is worth less. */
export function NewPhoneAnswersForm({ shown, attestNewPhoneAnswers }: Props) {
  const t = useTranslations('swap')
  const { run, error, value, problems } = useForm(attestNewPhoneAnswers)
  return (
    <form action={run} className="flex flex-col gap-3">
      <FormErrors errors={problems} />
      <HiddenFields fields={shown} />
      <Checkbox
        name="isOnNew"
        value="yes"
        label={t('newAnswers')}
        hint={t('newAnswersHint')}
        defaultChecked={value('isOnNew') === 'yes'}
        error={error('isOnNew')}
      />
      <SubmitButton variant="secondary">{t('newAnswersDone')}</SubmitButton>
    </form>
  )
}

type Props = { shown: ShownFields; attestNewPhoneAnswers: FormAction }
