'use client'

import { useTranslations } from 'next-intl'
import { Saved } from '@/components/settings/saved'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { Textarea } from '@/components/ui/textarea'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

export function BreakGlassForm({ action, accounts, off }: Props) {
  const t = useTranslations('settings.options')
  const { run, problems, error, value, isDone } = useForm(action)
  const stored = accounts.join('\n')
  return (
    <form action={run} className="flex flex-col items-start gap-3">
      <FormErrors
        errors={problems.map((problem) => ('id' in problem ? { ...problem, id: 'breakGlass' } : problem))}
      />
      <input type="hidden" name="name" value="breakGlass" />
      <div className="w-full">
        <Textarea
          key={stored}
          label={t('breakGlassLabel')}
          hint={t('breakGlassHint')}
          name="value"
          id="breakGlass"
          defaultValue={value('value', stored)}
          error={error('value')}
          spellCheck={false}
          className="font-mono"
        />
      </div>
      <SubmitButton pendingLabel={t('saving')} refusal={off}>
        {t('saveBreakGlass')}
      </SubmitButton>
      <Saved isDone={isDone} />
    </form>
  )
}

type Props = {
  action: FormAction
  accounts: readonly string[]
  /** Why it cannot be saved now. */
  off: string | null
}
