'use client'

import { useTranslations } from 'next-intl'
import { SettingForm } from '@/components/settings/setting-form'
import { Checkbox } from '@/components/ui/checkbox'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** A setting that is on or off. */
export function SwitchForm({ action, name, isOn, off }: Props) {
  const t = useTranslations('settings.options')
  return (
    <SettingForm name={name} form={useForm(action)} save={t(saveWords[name])} off={off}>
      <Checkbox
        key={String(isOn)}
        label={t(`${name}On`)}
        hint={t(`${name}Hint`)}
        name="value"
        id={name}
        value="yes"
        defaultChecked={isOn}
      />
    </SettingForm>
  )
}

const saveWords = {
  removeHere: 'saveRemoveHere',
  enrolFirst: 'saveEnrolFirst',
  announce: 'saveAnnounce',
} as const

type Props = {
  action: FormAction
  name: keyof typeof saveWords
  isOn: boolean
  /** Why it cannot be saved now. */
  off: string | null
}
