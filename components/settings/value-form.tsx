'use client'

import { useTranslations } from 'next-intl'
import { SettingForm } from '@/components/settings/setting-form'
import { TextInput } from '@/components/ui/text-input'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** A setting of one line. */
export function ValueForm({ action, name, stored, off }: Props) {
  const t = useTranslations('settings.options')
  const form = useForm(action)
  const isNumber = inputModes[name] === 'numeric'
  return (
    <SettingForm name={name} form={form} save={t(saveWords[name])} off={off}>
      <div className={isNumber ? '' : 'w-full'}>
        <TextInput
          key={stored}
          label={t(name)}
          hint={t(`${name}Hint`)}
          name="value"
          id={name}
          inputMode={inputModes[name]}
          defaultValue={form.value('value', stored)}
          error={form.error('value')}
          {...(isNumber && { className: 'w-24!' })}
        />
      </div>
    </SettingForm>
  )
}

const saveWords = {
  slotMovesMax: 'saveSlotMovesMax',
  slotMoveHours: 'saveSlotMoveHours',
  deskContact: 'saveDeskContact',
  deskMailbox: 'saveDeskMailbox',
} as const

const inputModes = {
  slotMovesMax: 'numeric',
  slotMoveHours: 'numeric',
  deskContact: 'text',
  deskMailbox: 'email',
} as const

type Props = {
  action: FormAction
  name: keyof typeof saveWords
  stored: string
  /** Why it cannot be saved now. */
  off: string | null
}
