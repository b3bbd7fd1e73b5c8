'use client'

import { useTranslations } from 'next-intl'
import { HiddenFields } from '@/components/swap/hidden-fields'
import type { ShownFields } from '@/components/swap/step-props'
import { FormErrors } from '@/components/ui/form-errors'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** Where a registration went that was meant for the new phone. */
export function NameLaterForm({ methodId, shown, nameLater }: Props) {
  const t = useTranslations('swap')
  const { run, value, error, problems } = useForm(nameLater)
  return (
    <form action={run} className="flex flex-col gap-3">
      <FormErrors errors={problems} />
      <HiddenFields fields={{ ...shown, methodId }} />
      <RadioGroup
        name="owner"
        id={`owner-${methodId}`}
        label={t('ask_later')}
        choices={(['kept_device', 'old_phone'] as const).map((owner) => ({
          value: owner,
          label: t(`later_${owner}`),
          hint: t(`later_${owner}Hint`),
        }))}
        defaultValue={value('owner')}
        error={error('owner')}
      />
      <SubmitButton variant="secondary">{t('laterDone')}</SubmitButton>
    </form>
  )
}

type Props = { methodId: string; shown: ShownFields; nameLater: FormAction }
