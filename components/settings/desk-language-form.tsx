'use client'

import { useTranslations } from 'next-intl'
import { Saved } from '@/components/settings/saved'
import { FormErrors } from '@/components/ui/form-errors'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import { mailLanguages } from '@/lib/domain/settings'
import type { FormAction } from '@/lib/web/answer'

/** In which language mail to the desk is written. */
export function DeskLanguageForm({ action, stored, off }: Props) {
  const t = useTranslations('settings.options')
  const { run, problems, error, value, isDone } = useForm(action)
  return (
    <form action={run} className="flex flex-col items-start gap-3">
      <FormErrors
        errors={problems.map((problem) => ('id' in problem ? { ...problem, id: 'deskLanguage' } : problem))}
      />
      <input type="hidden" name="name" value="deskLanguage" />
      <RadioGroup
        key={stored}
        label={t('deskLanguage')}
        name="value"
        id="deskLanguage"
        defaultValue={value('value', stored)}
        error={error('value')}
        choices={mailLanguages.map((language) => ({
          value: language,
          label: t(`deskLanguage_${language}`),
        }))}
      />
      <SubmitButton pendingLabel={t('saving')} refusal={off}>
        {t('saveDeskLanguage')}
      </SubmitButton>
      <Saved isDone={isDone} />
    </form>
  )
}

type Props = {
  action: FormAction
  stored: string
  /** Why it cannot be saved now. */
  off: string | null
}
