'use client'

import { useTranslations } from 'next-intl'
import { SettingForm } from '@/components/settings/setting-form'
import { RadioGroup } from '@/components/ui/radio-group'
import { useForm } from '@/components/ui/use-form'
import { mailLanguages } from '@/lib/domain/settings'
import type { FormAction } from '@/lib/web/answer'

/** In which language mail to the desk is written. */
export function DeskLanguageForm({ action, stored, off }: Props) {
  const t = useTranslations('settings.options')
  const form = useForm(action)
  return (
    <SettingForm name="deskLanguage" form={form} save={t('saveDeskLanguage')} off={off}>
      <RadioGroup
        key={stored}
        label={t('deskLanguage')}
        name="value"
        id="deskLanguage"
        defaultValue={form.value('value', stored)}
        error={form.error('value')}
        choices={mailLanguages.map((language) => ({
          value: language,
          label: t(`deskLanguage_${language}`),
        }))}
      />
    </SettingForm>
  )
}

type Props = {
  action: FormAction
  stored: string
  /** Why it cannot be saved now. */
  off: string | null
}
