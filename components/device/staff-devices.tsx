import { useTranslations } from 'next-intl'
import { BackupKnown } from '@/components/backup/backup-known'
import { DeviceKind } from '@/components/device/device-kind'
import { useDeviceName } from '@/components/device/device-name'
import { DeviceState } from '@/components/device/device-state'
import { type Column, Table } from '@/components/ui/table'
import type { DeviceView } from '@/lib/queries/devices'

/** Somebody's devices for those who help them: read only, and no more certain than what the person said. */
export function StaffDevices({ devices, owner }: { devices: DeviceView[]; owner: string }) {
  const t = useTranslations('devices')
  const nameOf = useDeviceName()
  const columns: Column<DeviceView>[] = [
    {
      key: 'device',
      header: t('col_device'),
      cell: (device) => (
        <>
          {nameOf(device)}
          <span className="block font-normal text-ink-soft text-sm">
            <DeviceKind device={device} />
          </span>
        </>
      ),
    },
    { key: 'state', header: t('col_state'), cell: (device) => <DeviceState device={device} /> },
    {
      key: 'backup',
      header: t('col_backup'),
      cell: ({ role, backupAccount, backup }) => (
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {t(`role_${role}`, { account: backupAccount || 'none' })}
          {(role === 'primary' || backup.state === 'off') && (
            <BackupKnown backup={backup} by={{ name: owner }} />
          )}
        </span>
      ),
    },
    { key: 'methods', header: t('col_methods'), cell: ({ methods }) => methods.length },
  ]
  return (
    <Table
      caption={t('staffCaption')}
      captionHidden
      columns={columns}
      rows={devices}
      rowKey={({ id }) => id}
      empty={<p className="max-w-prose text-ink-soft">{t('staffEmpty')}</p>}
    />
  )
}
