'use client'

import { useTranslations } from 'next-intl'
import { ClaimFields } from '@/components/backup/claim-fields'
import { FormErrors } from '@/components/ui/form-errors'
import { SubmitButton } from '@/components/ui/submit-button'
import { TextInput } from '@/components/ui/text-input'
import { useForm } from '@/components/ui/use-form'
import type { Platform } from '@/lib/domain/device'
import type { DeviceView } from '@/lib/queries/devices'
import type { FormAction } from '@/lib/web/answer'

/** How the backup of a device stands, as its owner sees it there. */
export function AttestForm({ device, platform, action, asksAccount }: Props) {
  const t = useTranslations('backup')
  const { run, error, value, problems } = useForm(action)
  return (
    <form action={run} className="flex flex-col gap-5">
      <FormErrors errors={problems} />
      <input type="hidden" name="deviceId" value={device.id} />
      <ClaimFields platform={platform} known={device.backup.model} error={error} value={value} />
      {asksAccount && (
        <TextInput
          name="account"
          label={t('account')}
          hint={t('accountHint')}
          optional
          maxLength={40}
          autoComplete="off"
          defaultValue={value('account', device.backupAccount)}
          error={error('account')}
        />
      )}
      <SubmitButton wide>{t('attest')}</SubmitButton>
    </form>
  )
}

type Props = {
  device: DeviceView
  platform: Platform
  action: FormAction
  /** Not where the backup merely moves: then it stays the one it was. */
  asksAccount: boolean
}
