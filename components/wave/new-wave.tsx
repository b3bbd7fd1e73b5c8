'use client'

import { useTranslations } from 'next-intl'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { useForm } from '@/components/ui/use-form'
import { type WindowChoices, WindowFields } from '@/components/window/window-fields'
import type { FormAction } from '@/lib/web/answer'

/** A name and, if one likes, the first window. */
export function NewWave({ createWave, choices }: { createWave: FormAction; choices: WindowChoices }) {
  const t = useTranslations('wave')
  const { run, error, value, problems } = useForm(createWave)
  return (
    <form action={run} className="flex max-w-prose flex-col gap-6">
      <FormErrors errors={problems} />
      <TextInput
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        defaultValue={value('name')}
        error={error('name')}
        autoComplete="off"
        maxLength={80}
      />
      <fieldset className="flex flex-col gap-3 rounded border border-line bg-surface px-4 py-4">
        <legend className="px-1 font-semibold">{t('firstWindow')}</legend>
        <p className="text-ink-soft text-sm">{t('firstWindowHint')}</p>
        <WindowFields {...choices} error={error} value={value} />
      </fieldset>
      <div>
        <SubmitButton>{t('create')}</SubmitButton>
      </div>
    </form>
  )
}
