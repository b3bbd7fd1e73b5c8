'use client'

import { useTranslations } from 'next-intl'
import { FormErrors } from '@/components/ui/form-errors'
import { type Option, Select } from '@/components/ui/select'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { FormAction } from '@/lib/web/answer'

/** On which of one's devices a registration is. */
export function LinkForm({ methodId, options, linkMethod }: Props) {
  const t = useTranslations('devices')
  const { run, error, value, problems } = useForm(linkMethod)
  return (
    <form action={run} className="flex flex-col gap-3">
      <FormErrors errors={problems} />
      <input type="hidden" name="methodId" value={methodId} />
      <Select
        id={`device-${methodId}`}
        name="deviceId"
        label={t('which')}
        empty={t('whichEmpty')}
        options={options}
        defaultValue={value('deviceId')}
        error={error('deviceId')}
      />
      <SubmitButton variant="secondary">{t('link')}</SubmitButton>
    </form>
  )
}

type Props = { methodId: string; options: Option[]; linkMethod: FormAction }
