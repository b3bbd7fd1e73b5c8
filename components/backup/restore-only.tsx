import { useTranslations } from 'next-intl'
import { Messages } from '@/components/ui/messages'
import { PlainForm } from '@/components/ui/plain-form'
import { isDated } from '@/lib/domain/backup'
import type { MyDeviceView } from '@/lib/queries/my-devices'
import type { FormAction } from '@/lib/web/answer'

/**
 * A device that only restores. Where the app has a backup switch of its own, whether that is off: on two devices it
 * is the mistake behind "there is already a backup".
 */
export function RestoreOnly({
  device,
  sayRestoreOnly,
}: {
  device: MyDeviceView
  sayRestoreOnly: FormAction
}) {
  const t = useTranslations('backup')
  const { id, role, backup } = device
  const say = (answer: string, label: string) => (
    <Messages>
      <PlainForm
        action={sayRestoreOnly}
        variant="secondary"
        label={label}
        hidden={{ deviceId: id, answer }}
      />
    </Messages>
  )
  if (role !== 'restore_only') return say('', t('restoreOnly'))
  if (!hasSwitch(device)) return null
  const isOn = backup.state !== 'off' && backup.state !== 'unknown'
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1">{t('restoreOnlyAsk')}</legend>
      {isOn && <p className="font-semibold text-sm text-stop">{t('restoreOnHint')}</p>}
      {say('off', t('restoreOff'))}
      {say('on', t('restoreOn'))}
    </fieldset>
  )
}

/** The current iOS app has none; which app a device has is known by what holds the backup beside it. */
function hasSwitch({ platform, others }: MyDeviceView): boolean {
  if (platform === 'android') return true
  const holder = others.find((other) => other.role === 'primary' && other.platform === platform)
  return Boolean(holder?.backup.model && isDated(holder.backup.model))
}
