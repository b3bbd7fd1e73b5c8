'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

const kinds = ['guests', 'work', 'codes'] as const

/** The other accounts in the old phone's list: counted, never named. */
export function OthersForm({ attestOthersChecked }: { attestOthersChecked: FormAction }) {
  const t = useTranslations('swap')
  const { run, error, value, problems } = useForm(attestOthersChecked)
  return (
    <form action={run} className="flex flex-col gap-4">
      <FormErrors errors={problems} />
      <p>{t('othersHow')}</p>
      {kinds.map((kind) => (
        <TextInput
          key={kind}
          name={kind}
          label={t(`others_${kind}`)}
          hint={t(`others_${kind}Hint`)}
          inputMode="numeric"
          defaultValue={value(kind, '0')}
          error={error(kind)}
        />
      ))}
      <Checkbox
        name="isEveryOneMoved"
        value="yes"
        label={t('othersMoved')}
        error={error('isEveryOneMoved')}
      />
      <SubmitButton wide>{t('othersDone')}</SubmitButton>
    </form>
  )
}
