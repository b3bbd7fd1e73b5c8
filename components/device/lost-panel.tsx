import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { PlainForm } from '@/components/ui/plain-form'
import type { MyDeviceView } from '@/lib/queries/my-devices'
import type { FormAction } from '@/lib/web/answer'

type Props = { device: MyDeviceView; sayState: FormAction }

/** A device is lost or broken: what that means, what to do now, and the way back when it turns up. */
export function LostNotice({ device, sayState }: Props) {
  const t = useTranslations('devices')
  const { state, methods } = device
  if (state !== 'lost' && state !== 'damaged') return null
  return (
    <Notice tone="stop" title={t(state === 'lost' ? 'isLost' : 'isDamaged')}>
      <div className="flex flex-col gap-3">
        <p>{methods.length > 0 ? t('lostLive', { count: methods.length }) : t('lostGone')}</p>
        <LinkButton
          href={{
            pathname: '/my/help',
            query: { topic: state === 'lost' ? 'PHONE-LOST' : 'PHONE-BROKEN' },
          }}
          variant="primary"
          wide
        >
          {t('lostHelp')}
        </LinkButton>
        <Say device={device} sayState={sayState} state="here" />
      </div>
    </Notice>
  )
}

/** The two words for a device in use that no longer is. */
export function LostForm({ device, sayState }: Props) {
  const t = useTranslations('devices')
  return (
    <div className="flex flex-col gap-3 py-2">
      <p>{t('lostLead')}</p>
      <Say device={device} sayState={sayState} state="lost" />
      <Say device={device} sayState={sayState} state="damaged" />
    </div>
  )
}

function Say({ device, sayState, state }: Props & { state: 'here' | 'lost' | 'damaged' }) {
  const t = useTranslations('devices')
  return (
    <Messages>
      <PlainForm
        action={sayState}
        variant="secondary"
        label={t(`say_${state}`)}
        hidden={{ deviceId: device.id, state }}
      />
    </Messages>
  )
}
