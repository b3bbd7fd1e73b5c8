import { useTranslations } from 'next-intl'
import { useDeviceName } from '@/components/device/device-name'
import { LinkButton } from '@/components/ui/link-button'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { PlainForm } from '@/components/ui/plain-form'
import { TextLink } from '@/components/ui/text-link'
import type { DeviceView } from '@/lib/queries/devices'
import type { FormAction } from '@/lib/web/answer'

/** The monthly question, with both answers, and where to go when something is wrong. */
export function CheckNotice({ devices, answerCheck }: { devices: DeviceView[]; answerCheck: FormAction }) {
  const t = useTranslations('backup')
  const nameOf = useDeviceName()
  const holders = devices.filter(({ role }) => role === 'primary')
  return (
    <Notice tone="note" title={t('checkTitle')}>
      <div className="flex flex-col gap-3">
        <p>{t('checkBody')}</p>
        {holders.map((device) => (
          <LinkButton
            key={device.id}
            href={{ pathname: `/my/devices/${device.id}/backup` }}
            variant="secondary"
            wide
          >
            {t('checkLook', { name: nameOf(device) })}
          </LinkButton>
        ))}
        <Messages>
          <PlainForm action={answerCheck} variant="quiet" label={t('checkCannot')} />
        </Messages>
        <p>
          <TextLink href={{ pathname: '/my/help', query: { topic: 'HOW-BACKUP' } }}>
            {t('checkHelp')}
          </TextLink>
        </p>
      </div>
    </Notice>
  )
}
