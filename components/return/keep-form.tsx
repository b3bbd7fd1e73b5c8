'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** A private phone stays with its owner, wiped. */
export function KeepForm({ keepPhone, refusal }: { keepPhone: FormAction; refusal: string | null }) {
  const t = useTranslations('return')
  const { run, error, problems } = useForm(keepPhone)
  return (
    <form action={run} className="flex flex-col gap-3 py-2">
      <FormErrors errors={problems} />
      <p>{t('keepLead')}</p>
      <Checkbox name="isWiped" value="yes" label={t('keepWiped')} error={error('isWiped')} />
      <SubmitButton wide variant="secondary" refusal={refusal}>
        {t('keepButton')}
      </SubmitButton>
    </form>
  )
}
