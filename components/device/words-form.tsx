'use client'

import { useTranslations } from 'next-intl'
import { WordsFields } from '@/components/device/words-fields'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import type { MyDeviceView } from '@/lib/queries/my-devices'
import type { FormAction } from '@/lib/web/answer'

/** Says what a device is; without one, adds it. */
export function WordsForm({ device, action }: { device: MyDeviceView | null; action: FormAction }) {
  const t = useTranslations('devices')
  const { run, error, value, problems, isDone } = useForm(action)
  return (
    <form action={run} className="flex flex-col gap-5">
      <FormErrors errors={problems} />
      {device && <input type="hidden" name="deviceId" value={device.id} />}
      <WordsFields device={device} error={error} value={value} />
      <SubmitButton wide>{t(device ? 'save' : 'add')}</SubmitButton>
      {isDone && <p role="status">{t('saved')}</p>}
    </form>
  )
}
