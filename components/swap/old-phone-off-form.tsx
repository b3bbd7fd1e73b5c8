'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** The old phone is off: nothing but the new one can answer the sign-in that follows. */
export function OldPhoneOffForm({ attestOldPhoneOff }: { attestOldPhoneOff: FormAction }) {
  const t = useTranslations('swap')
  const { run, error, problems } = useForm(attestOldPhoneOff)
  return (
    <form action={run} className="flex flex-col gap-3">
      <FormErrors errors={problems} />
      <Checkbox
        name="isOff"
        value="yes"
        label={t('oldPhoneOff')}
        hint={t('oldPhoneOffHint')}
        error={error('isOff')}
      />
      <SubmitButton wide>{t('oldPhoneOffDone')}</SubmitButton>
    </form>
  )
}
