'use client'

import { useTranslations } from 'next-intl'
import { Checkbox } from '@/components/ui/checkbox'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { useForm } from '@/components/ui/use-form'
import { protections } from '@/lib/domain/device'
import type { MyDeviceView } from '@/lib/queries/my-devices'
import type { FormAction } from '@/lib/web/answer'

/** What protects a device while it is in use; only its owner can say. */
export function ProtectionForm({ device, action }: { device: MyDeviceView; action: FormAction }) {
  const t = useTranslations('devices')
  const { run, problems } = useForm(action)
  return (
    <form action={run} className="flex flex-col gap-2">
      <FormErrors errors={problems} />
      <input type="hidden" name="deviceId" value={device.id} />
      {protections.map((one) => (
        <Checkbox
          key={one}
          name={one}
          value="yes"
          label={t(`protect_${one}`, { platform: device.platform ?? 'other' })}
          hint={one === 'find_my' ? t('protectFindHint') : undefined}
          defaultChecked={device.protections.includes(one)}
        />
      ))}
      <SubmitButton variant="secondary">{t('protectSave')}</SubmitButton>
    </form>
  )
}
