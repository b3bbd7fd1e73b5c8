'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Checkbox } from '@/components/ui/checkbox'
import { TextInput } from '@/components/ui/text-input'

/** A passphrase, hidden or shown; a password manager may fill it in and keep it. */
export function PassphraseInput({ id, label, hint, error, isNew, value, onChange }: Props) {
  const t = useTranslations('kit')
  const [isShown, setShown] = useState(false)
  return (
    <div className="flex flex-col">
      <TextInput
        name={id}
        label={label}
        hint={hint}
        error={error}
        type={isShown ? 'text' : 'password'}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      <Checkbox
        name={`${id}-shown`}
        label={t('showTyped')}
        checked={isShown}
        onChange={({ target }) => setShown(target.checked)}
      />
    </div>
  )
}

type Props = {
  id: string
  label: string
  hint?: string
  error?: string | undefined
  isNew?: boolean
  value: string
  onChange: (value: string) => void
}
