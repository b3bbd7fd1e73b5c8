'use client'

import { useTranslations } from 'next-intl'
import { Saved } from '@/components/settings/saved'
import { Checkbox } from '@/components/ui/checkbox'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

export function AnnounceForm({ action, isOn, off }: Props) {
  const t = useTranslations('settings.options')
  const { run, problems, isDone } = useForm(action)
  return (
    <form action={run} className="flex flex-col items-start gap-3">
      <FormErrors errors={problems} />
      <input type="hidden" name="name" value="announce" />
      <Checkbox
        key={String(isOn)}
        label={t('announceOn')}
        hint={t('announceHint')}
        name="value"
        id="announce"
        value="yes"
        defaultChecked={isOn}
      />
      <SubmitButton pendingLabel={t('saving')} refusal={off}>
        {t('saveAnnounce')}
      </SubmitButton>
      <Saved isDone={isDone} />
    </form>
  )
}

type Props = {
  action: FormAction
  isOn: boolean
  /** Why it cannot be saved now. */
  off: string | null
}
