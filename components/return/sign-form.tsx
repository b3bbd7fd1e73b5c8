'use client'

import { useTranslations } from 'next-intl'
import { SignaturePad } from '@/components/return/signature-pad'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** The hand-over, signed by drawing or by typing. */
export function SignForm({ signReturn, refusal }: { signReturn: FormAction; refusal: string | null }) {
  const t = useTranslations('return')
  const { run, error, value, problems } = useForm(signReturn)
  return (
    <form action={run} className="flex flex-col gap-5">
      <FormErrors errors={problems} />
      <p>{t('signLead')}</p>
      <SignaturePad name="ink" />
      <TextInput
        name="signedName"
        label={t('type')}
        hint={t('typeHint')}
        autoComplete="name"
        maxLength={120}
        defaultValue={value('signedName')}
        error={error('signedName')}
      />
      <SubmitButton wide refusal={refusal}>
        {t('signButton')}
      </SubmitButton>
    </form>
  )
}
