import { useTranslations } from 'next-intl'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { PlainForm } from '@/components/ui/plain-form'
import type { RecoveryView } from '@/lib/queries/standing'
import type { FormAction } from '@/lib/web/answer'

/** Says of each phone it may be that it is gone or broken, so that the steps of the move change with it. */
export function DeviceMarks({ mark, devices, sayState }: Props) {
  const t = useTranslations('topic')
  if (devices.length === 0) return null
  return (
    <Messages>
      {devices.map(({ id, name }) => (
        <PlainForm
          key={id}
          action={sayState}
          variant="secondary"
          label={t(`mark_${mark}`, { name: name ?? t('aPhone') })}
          hidden={{ deviceId: id, state: mark }}
          done={<Notice tone="note" announce title={t('marked')} />}
        />
      ))}
    </Messages>
  )
}

type Props = { mark: 'lost' | 'damaged'; devices: RecoveryView['devices']; sayState: FormAction }
