'use client'

import { useTranslations } from 'next-intl'
import { SettingForm } from '@/components/settings/setting-form'
import { Textarea } from '@/components/ui/textarea'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

export function BreakGlassForm({ action, accounts, off }: Props) {
  const t = useTranslations('settings.options')
  const form = useForm(action)
  const stored = accounts.join('\n')
  return (
    <SettingForm name="breakGlass" form={form} save={t('saveBreakGlass')} off={off}>
      <div className="w-full">
        <Textarea
          key={stored}
          label={t('breakGlassLabel')}
          hint={t('breakGlassHint')}
          name="value"
          id="breakGlass"
          defaultValue={form.value('value', stored)}
          error={form.error('value')}
          spellCheck={false}
          className="font-mono"
        />
      </div>
    </SettingForm>
  )
}

type Props = {
  action: FormAction
  accounts: readonly string[]
  /** Why it cannot be saved now. */
  off: string | null
}
