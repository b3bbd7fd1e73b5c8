import { useTranslations } from 'next-intl'
import { useDeviceName } from '@/components/device/device-name'
import type { PrimaryActions } from '@/components/primary/actions'
import { MoveSteps } from '@/components/primary/move-steps'
import { StartForm } from '@/components/primary/start-form'
import { EmptyState } from '@/components/ui/empty-state'
import { Messages } from '@/components/ui/messages'
import { TextLink } from '@/components/ui/text-link'
import { isInUse } from '@/lib/domain/device'
import type { MyDevicesView } from '@/lib/queries/my-devices'
import type { FormAction } from '@/lib/web/answer'

/** The backup moves to another device: where it stands is kept, so it can be left at any step. */
export function PrimaryPage({ view, from, actions }: Props) {
  const t = useTranslations('primary')
  const word = useTranslations('devices')
  return (
    <div className="flex flex-col gap-5">
      <p>
        <TextLink href="/my/devices">{word('back')}</TextLink>
      </p>
      <div className="flex flex-col gap-2">
        <h1 className="text-2xl">{t('title')}</h1>
        <p className="text-ink-soft">{t('lead')}</p>
      </div>
      {view.move ? (
        <MoveSteps move={view.move} actions={actions} />
      ) : (
        <Start view={view} from={from} startMove={actions.startMove} />
      )}
    </div>
  )
}

function Start({ view: { devices }, from, startMove }: StartProps) {
  const t = useTranslations('primary')
  const nameOf = useDeviceName()
  const choice = (device: (typeof devices)[number]) => ({ value: device.id, label: nameOf(device) })
  const froms = devices.filter(({ role }) => role === 'primary')
  const tos = devices.filter(({ role, state }) => role !== 'primary' && isInUse(state))
  if (froms.length === 0) return <EmptyState title={t('none')}>{t('noneHint')}</EmptyState>
  if (tos.length === 0) return <EmptyState title={t('alone')}>{t('aloneHint')}</EmptyState>
  return (
    <Messages namespaces={['primary']}>
      <StartForm froms={froms.map(choice)} tos={tos.map(choice)} from={from} startMove={startMove} />
    </Messages>
  )
}

type StartProps = { view: MyDevicesView; from: string; startMove: FormAction }
type Props = {
  view: MyDevicesView /** The device it is asked to move from; empty for none. */
  from: string
  actions: PrimaryActions
}
