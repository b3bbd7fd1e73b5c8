'use client'

import { useTranslations } from 'next-intl'
import { HiddenFields } from '@/components/swap/hidden-fields'
import type { ShownFields } from '@/components/swap/step-props'
import { Checkbox } from '@/components/ui/checkbox'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** A person's word before a sign-in: that the old phone is off, or, which is worth less, that they answer on the new one. */
export function WordForm({ word, shown, action }: Props) {
  const t = useTranslations('swap')
  const { run, error, value, problems } = useForm(action)
  const name = fieldNames[word]
  return (
    <form action={run} className="flex flex-col gap-3">
      <FormErrors errors={problems} />
      <HiddenFields fields={shown} />
      <Checkbox
        name={name}
        value="yes"
        label={t(word)}
        hint={t(`${word}Hint`)}
        defaultChecked={value(name) === 'yes'}
        error={error(name)}
      />
      <SubmitButton {...(word === 'oldPhoneOff' ? { wide: true } : { variant: 'secondary' })}>
        {t(`${word}Done`)}
      </SubmitButton>
    </form>
  )
}

const fieldNames = { oldPhoneOff: 'isOff', newAnswers: 'isOnNew' } as const

type Props = { word: keyof typeof fieldNames; shown: ShownFields; action: FormAction }
