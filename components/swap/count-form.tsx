'use client'

import { useTranslations } from 'next-intl'
import { HiddenFields } from '@/components/swap/hidden-fields'
import type { ShownFields } from '@/components/swap/step-props'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { useForm } from '@/components/ui/use-form'
import type { OthersCount } from '@/lib/queries/my-swap'
import type { FormAction } from '@/lib/web/answer'

const kinds = ['guests', 'work', 'personal', 'codes'] as const

/** How many other accounts of each kind the old phone's list holds. */
export function CountForm({ counted, shown, countOthers }: Props) {
  const t = useTranslations('swap')
  const { run, error, value, problems } = useForm(countOthers)
  return (
    <form action={run} className="flex flex-col gap-4">
      <FormErrors errors={problems} />
      <HiddenFields fields={shown} />
      {kinds.map((kind) => (
        <TextInput
          key={kind}
          name={kind}
          label={t(`others_${kind}`)}
          hint={t(`others_${kind}Hint`)}
          inputMode="numeric"
          defaultValue={value(kind, String(counted?.[kind] ?? 0))}
          error={error(kind)}
        />
      ))}
      <SubmitButton wide variant={counted ? 'secondary' : 'primary'}>
        {t('othersCounted')}
      </SubmitButton>
    </form>
  )
}

type Props = { counted: OthersCount | null; shown: ShownFields; countOthers: FormAction }
