import { useTranslations } from 'next-intl'
import { AttestForm } from '@/components/backup/attest-form'
import { useDeviceName } from '@/components/device/device-name'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { TextLink } from '@/components/ui/text-link'
import { useMessage } from '@/lib/i18n/use-message'
import type { MyDeviceView } from '@/lib/queries/my-devices'
import type { FormAction } from '@/lib/web/answer'

/** One decision: how the backup of this device stands. */
export function AttestPage({ device, attestBackup }: { device: MyDeviceView; attestBackup: FormAction }) {
  const t = useTranslations('backup')
  const message = useMessage()
  const nameOf = useDeviceName()
  const { id, platform, refusals } = device
  const pathname = `/my/devices/${id}`
  return (
    <div className="flex flex-col gap-5">
      <p>
        <TextLink href={{ pathname }}>{nameOf(device)}</TextLink>
      </p>
      <div className="flex flex-col gap-2">
        <h1 className="text-2xl">{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </div>
      {refusals.attest && <Notice tone="wait">{message(refusals.attest)}</Notice>}
      {!refusals.attest && !platform && <Notice tone="wait">{t('needsKind')}</Notice>}
      {!refusals.attest && platform && (
        <Messages namespaces={['backup']}>
          <AttestForm device={device} platform={platform} action={attestBackup} asksAccount />
        </Messages>
      )}
      <p>
        <TextLink href={{ pathname: '/my/help', query: { topic: 'HOW-BACKUP' } }}>{t('cannot')}</TextLink>
      </p>
    </div>
  )
}
