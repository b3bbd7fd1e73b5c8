'use client'

import { useTranslations } from 'next-intl'
import { HiddenFields } from '@/components/swap/hidden-fields'
import { useMethodName } from '@/components/swap/method-name'
import type { ShownFields } from '@/components/swap/step-props'
import { FormErrors } from '@/components/ui/form-errors'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { MethodView } from '@/lib/queries/my-swap'
import type { FormAction } from '@/lib/web/answer'

/** Whose is each registration. "I don't know" is an answer, and it stops here until somebody does. */
export function BaselineForm({
  entries,
  shown,
  assignEntries,
}: {
  entries: MethodView[]
  shown: ShownFields
  assignEntries: FormAction
}) {
  const t = useTranslations('swap')
  const nameOf = useMethodName()
  const { run, value, problems } = useForm(assignEntries)
  return (
    <form action={run} className="flex flex-col gap-6">
      <FormErrors errors={problems} />
      <HiddenFields fields={shown} />
      {entries.map((entry) => (
        <RadioGroup
          key={entry.id}
          name={`owner.${entry.id}`}
          label={nameOf(entry)}
          hint={entry.isDefault ? t('isDefault') : undefined}
          choices={ownersFor(entry).map((owner) => ({
            value: owner,
            label: t(`owner_${owner}`),
            hint: owner === 'unknown' && entry.isPhone ? t('owner_unknownHint') : undefined,
          }))}
          defaultValue={value(`owner.${entry.id}`, entry.owner ?? '')}
          required
        />
      ))}
      <SubmitButton wide>{t('baselineDone')}</SubmitButton>
    </form>
  )
}

function ownersFor({ isPhone }: MethodView) {
  return isPhone
    ? (['old_phone', 'kept_device', 'new_phone', 'unknown'] as const)
    : (['old_phone', 'kept_device', 'unknown'] as const)
}
