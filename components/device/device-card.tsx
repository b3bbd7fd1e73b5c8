import { useTranslations } from 'next-intl'
import { BackupKnown } from '@/components/backup/backup-known'
import { DeviceKind } from '@/components/device/device-kind'
import { useDeviceName } from '@/components/device/device-name'
import { DeviceState } from '@/components/device/device-state'
import { TextLink } from '@/components/ui/text-link'
import type { DeviceView } from '@/lib/queries/devices'

/** One of one's devices, in short. */
export function DeviceCard({ device }: { device: DeviceView }) {
  const t = useTranslations('devices')
  const nameOf = useDeviceName()
  return (
    <article className="flex flex-col gap-2 rounded border border-line bg-surface px-4 py-3">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <h3 className="min-w-0 font-semibold">
          <TextLink
            href={{ pathname: `/my/devices/${device.id}` }}
            className="inline-flex min-h-6 items-center"
          >
            {nameOf(device)}
          </TextLink>
        </h3>
        <DeviceState device={device} />
      </div>
      <p className="text-ink-soft text-sm">
        <DeviceKind device={device} /> · {t('count', { count: device.methods.length })}
      </p>
      <DeviceBackup device={device} />
    </article>
  )
}

/** What a device is to the backup, and how that backup stands. */
function DeviceBackup({ device }: { device: DeviceView }) {
  const t = useTranslations('devices')
  const { role, backup, backupAccount } = device
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="text-sm">{t(`role_${role}`, { account: backupAccount || 'none' })}</span>
      {(role === 'primary' || backup.state === 'off') && <BackupKnown backup={backup} />}
    </p>
  )
}
