import { useTranslations } from 'next-intl'
import { BackupKnown } from '@/components/backup/backup-known'
import { RestoreOnly } from '@/components/backup/restore-only'
import { LinkButton } from '@/components/ui/link-button'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import { useMessage } from '@/lib/i18n/use-message'
import type { MyDeviceView } from '@/lib/queries/my-devices'
import type { FormAction } from '@/lib/web/answer'

/** What a device is to the backup, how that stands, and what can be said of it now. */
export function BackupPanel({
  device,
  sayRestoreOnly,
}: {
  device: MyDeviceView
  sayRestoreOnly: FormAction
}) {
  const t = useTranslations('backup')
  const word = useTranslations('devices')
  const message = useMessage()
  const { role, backup, backupAccount, refusals, others } = device
  const hint = { primary: 'primaryHint', restore_only: 'restoreHint', none: 'noneHint' } as const
  return (
    <div className="flex flex-col gap-3">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{word(`role_${role}`, { account: backupAccount || 'none' })}</span>
        {(role === 'primary' || backup.state === 'off') && <BackupKnown backup={backup} />}
      </p>
      <p className="text-sm">{t(hint[role])}</p>
      {role === 'primary' && device.part === 'old' && (
        <p className="font-semibold text-sm">{t('oldPrimary')}</p>
      )}
      {role === 'primary' && <Advice state={backup.state} />}
      {device.nextCheckAt && (
        <p className="text-ink-soft text-sm">
          {t.rich('nextCheck', { at: () => <Time at={device.nextCheckAt ?? ''} style="day" /> })}
        </p>
      )}
      {refusals.attest && <p className="text-ink-soft text-sm">{message(refusals.attest)}</p>}
      {!refusals.attest && role !== 'restore_only' && (
        <LinkButton
          href={{ pathname: `/my/devices/${device.id}/backup` }}
          variant={role === 'primary' && backup.state === 'attested' ? 'secondary' : 'primary'}
          wide
        >
          {t('attestAction')}
        </LinkButton>
      )}
      {!refusals.restoreOnly && <RestoreOnly device={device} sayRestoreOnly={sayRestoreOnly} />}
      {role === 'primary' && others.length > 0 && (
        <p>
          <TextLink href={{ pathname: '/my/devices/primary', query: { from: device.id } }}>
            {t('moveIt')}
          </TextLink>
        </p>
      )}
    </div>
  )
}

/** What to do about a backup that is old or contradicted. */
function Advice({ state }: { state: MyDeviceView['backup']['state'] }) {
  const t = useTranslations('backup')
  if (state === 'contradicted') return <p className="text-sm">{t('doubtHint')}</p>
  return state === 'getting_old' || state === 'overdue' ? <p className="text-sm">{t('oldHint')}</p> : null
}
