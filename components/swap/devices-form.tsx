'use client'

import { useTranslations } from 'next-intl'
import { HiddenFields } from '@/components/swap/hidden-fields'
import type { ShownFields } from '@/components/swap/step-props'
import { FormErrors } from '@/components/ui/form-errors'
import { RadioGroup } from '@/components/ui/radio-group'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { Said } from '@/lib/domain/step'
import type { FormAction } from '@/lib/web/answer'

/** Which phones: everything after it depends on these answers. */
export function DevicesForm({ said, shown, action, submit, done }: Props) {
  const t = useTranslations('swap')
  const { run, error, value, problems, isDone } = useForm(action)
  const group = (
    name: 'oldPlatform' | 'newPlatform' | 'number' | 'hasOldPhone',
    choices: string[],
    known: string | null,
  ) => (
    <RadioGroup
      name={name}
      label={t(`ask_${name}`)}
      choices={choices.map((choice) => ({ value: choice, label: t(`${name}_${choice}` as 'number_same') }))}
      defaultValue={value(name, known ?? '')}
      error={error(name)}
    />
  )
  return (
    <form action={run} className="flex flex-col gap-6">
      <FormErrors errors={problems} />
      <HiddenFields fields={shown} />
      {group(
        'hasOldPhone',
        ['yes', 'no'],
        said.hasOldPhone === null ? null : said.hasOldPhone ? 'yes' : 'no',
      )}
      {group('oldPlatform', ['ios', 'android'], said.oldPlatform)}
      {group('newPlatform', ['ios', 'android'], said.newPlatform)}
      {group('number', ['same', 'new'], said.number)}
      <RadioGroup
        name="screen"
        label={t('ask_screen')}
        hint={t('ask_screenHint')}
        choices={(['computer', 'new_phone', 'old_phone'] as const).map((choice) => ({
          value: choice,
          label: t(`screen_${choice}`),
        }))}
        defaultValue={value('screen', said.screen ?? 'computer')}
        error={error('screen')}
      />
      <RadioGroup
        name="backupModel"
        label={t('ask_backupModel')}
        hint={t('ask_backupModelHint')}
        choices={(['', 'ios_legacy'] as const).map((choice) => ({
          value: choice,
          label: t(choice ? `backup_${choice}` : 'backup_none'),
        }))}
        defaultValue={value('backupModel', said.backupModel === 'ios_legacy' ? 'ios_legacy' : '')}
      />
      <SubmitButton wide>{t(submit)}</SubmitButton>
      {done && <p role="status">{isDone && t(done)}</p>}
    </form>
  )
}

type Props = {
  said: Said
  /** What the form says of the page it is on; nothing where it may be sent from any step. */
  shown: ShownFields | Record<string, never>
  action: FormAction
  submit: 'devicesDone' | 'changeAnswersButton'
  /** What is said once it was taken, where the form stays. */
  done?: 'changeAnswersDone'
}
