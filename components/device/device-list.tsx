import { useTranslations } from 'next-intl'
import { CheckNotice } from '@/components/backup/check-notice'
import { DeviceCard } from '@/components/device/device-card'
import { LimitNotice } from '@/components/device/limit-notice'
import { LookLine } from '@/components/device/look-line'
import { LooseMethods } from '@/components/device/loose-methods'
import { MovingNotice } from '@/components/primary/moving-notice'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import type { LookView } from '@/lib/queries/look'
import type { MyDevicesView } from '@/lib/queries/my-devices'
import type { FormAction } from '@/lib/web/answer'

/** One's own devices: what they are, what is registered on each, which one holds the backup. */
export function DeviceList({ view, look, actions }: Props) {
  const t = useTranslations('devices')
  const { devices, loose, limit, move, checkAskedAt } = view
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h1 className="text-2xl">{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </div>
      {move && <MovingNotice move={move} />}
      {checkAskedAt && !move && <CheckNotice devices={devices} answerCheck={actions.answerCheck} />}
      <LimitNotice limit={limit} />
      {devices.length === 0 && <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>}
      {devices.length > 0 && (
        <section className="flex flex-col gap-3">
          <h2 className="sr-only">{t('list')}</h2>
          {devices.map((device) => (
            <DeviceCard key={device.id} device={device} />
          ))}
        </section>
      )}
      <LinkButton href="/my/devices/new" wide>
        {t('add')}
      </LinkButton>
      <LooseMethods methods={loose} devices={devices} linkMethod={actions.linkMethod} />
      <LookLine look={look} lookAgain={actions.lookAgain} />
      <p className="text-ink-soft text-sm">
        {t('limit', { count: limit.authenticators })}{' '}
        {limit.passkeys > 0 && t('limitPasskeys', { count: limit.passkeys })}
      </p>
    </div>
  )
}

type Props = {
  view: MyDevicesView
  look: LookView
  actions: { linkMethod: FormAction; answerCheck: FormAction; lookAgain: () => Promise<void> }
}
