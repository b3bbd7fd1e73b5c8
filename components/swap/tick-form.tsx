'use client'

import { useTranslations } from 'next-intl'
import { HiddenFields } from '@/components/swap/hidden-fields'
import type { ShownFields } from '@/components/swap/step-props'
import { FormErrors } from '@/components/ui/form-errors'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** Done, said by the person; and which way they took, where there was a trap to fall into. */
export function TickForm({ step, shown, hasTrap, completeStep }: Props) {
  const t = useTranslations('swap')
  const { run, value, problems } = useForm(completeStep)
  return (
    <form action={run} className="flex flex-col gap-4">
      <FormErrors errors={problems} />
      <HiddenFields fields={{ ...shown, step }} />
      {hasTrap && (
        <RadioGroup
          name="trap"
          label={t('ask_trap')}
          choices={(['', 'removed', 'reinstalled'] as const).map((choice) => ({
            value: choice,
            label: t(choice ? `trap_${choice}` : 'trap_none'),
          }))}
          defaultValue={value('trap')}
        />
      )}
      <SubmitButton wide>{t(`${step}Done`)}</SubmitButton>
    </form>
  )
}

type Props = {
  step: 'restore' | 'enrol'
  shown: ShownFields
  hasTrap: boolean
  completeStep: FormAction
}
