'use client'

import { TextInput } from '@/components/ui/text-input'

/** A passphrase, hidden or shown; a password manager may fill it in and keep it. */
export function PassphraseInput({ id, label, hint, error, isNew, isShown, value, onChange }: Props) {
  return (
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
  )
}

type Props = {
  id: string
  label: string
  hint?: string
  error?: string | undefined
  isNew?: boolean
  isShown: boolean
  value: string
  onChange: (value: string) => void
}
