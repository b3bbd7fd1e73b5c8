'use client'

import { useTranslations } from 'next-intl'
import { Saved } from '@/components/settings/saved'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** A setting of one line. */
export function ValueForm({ action, name, stored, off }: Props) {
  const t = useTranslations('settings.options')
  const { run, problems, error, value, isDone } = useForm(action)
  const isNumber = inputModes[name] === 'numeric'
  return (
    <form action={run} className="flex flex-col items-start gap-3">
      <FormErrors
        errors={problems.map((problem) => ('id' in problem ? { ...problem, id: name } : problem))}
      />
      <input type="hidden" name="name" value={name} />
      <div className={isNumber ? '' : 'w-full'}>
        <TextInput
          key={stored}
          label={t(name)}
          hint={t(`${name}Hint`)}
          name="value"
          id={name}
          inputMode={inputModes[name]}
          defaultValue={value('value', stored)}
          error={error('value')}
          {...(isNumber && { className: 'w-24!' })}
        />
      </div>
      <SubmitButton pendingLabel={t('saving')} refusal={off}>
        {t(saveWords[name])}
      </SubmitButton>
      <Saved isDone={isDone} />
    </form>
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
