'use client'

import { useTranslations } from 'next-intl'
import { HiddenFields } from '@/components/swap/hidden-fields'
import type { ShownFields } from '@/components/swap/step-props'
import { Checkbox } from '@/components/ui/checkbox'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** The old phone is off: nothing but the new one can answer the sign-in that follows. */
export function OldPhoneOffForm({ shown, attestOldPhoneOff }: Props) {
  const t = useTranslations('swap')
  const { run, error, value, problems } = useForm(attestOldPhoneOff)
  return (
    <form action={run} className="flex flex-col gap-3">
      <FormErrors errors={problems} />
      <HiddenFields fields={shown} />
      <Checkbox
        name="isOff"
        value="yes"
        label={t('oldPhoneOff')}
        hint={t('oldPhoneOffHint')}
        defaultChecked={value('isOff') === 'yes'}
        error={error('isOff')}
      />
      <SubmitButton wide>{t('oldPhoneOffDone')}</SubmitButton>
    </form>
  )
}

type Props = { shown: ShownFields; attestOldPhoneOff: FormAction }
