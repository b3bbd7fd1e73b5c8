'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Saved } from '@/components/settings/saved'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import type { useForm } from '@/components/ui/use-form'

/** What every setting's form has around its one field, whose id is the setting's name. */
export function SettingForm({ name, form, save, off, children }: Props) {
  const t = useTranslations('settings.options')
  const errors = form.problems.map((problem) => ('id' in problem ? { ...problem, id: name } : problem))
  return (
    <form action={form.run} className="flex flex-col items-start gap-3">
      <FormErrors errors={errors} />
      <input type="hidden" name="name" value={name} />
      {children}
      <SubmitButton pendingLabel={t('saving')} refusal={off}>
        {save}
      </SubmitButton>
      <Saved isDone={form.isDone} />
    </form>
  )
}

type Props = {
  /** Of the setting. */
  name: string
  form: Pick<ReturnType<typeof useForm>, 'run' | 'problems' | 'isDone'>
  /** What the button says. */
  save: string
  /** Why it cannot be saved now. */
  off: string | null
  children: ReactNode
}
