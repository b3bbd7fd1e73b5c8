import { useTranslations } from 'next-intl'
import { BackupPanel } from '@/components/backup/backup-panel'
import { DeviceKind } from '@/components/device/device-kind'
import { useDeviceName } from '@/components/device/device-name'
import { DeviceState } from '@/components/device/device-state'
import { LinkForm } from '@/components/device/link-form'
import { LostForm, LostNotice } from '@/components/device/lost-panel'
import { MethodLine } from '@/components/device/method-line'
import { ProtectionForm } from '@/components/device/protection-form'
import { WordsForm } from '@/components/device/words-form'
import { Known } from '@/components/truth/known'
import { Details } from '@/components/ui/details'
import { Messages } from '@/components/ui/messages'
import { Panel } from '@/components/ui/panel'
import { TextLink } from '@/components/ui/text-link'
import { isInUse, protections } from '@/lib/domain/device'
import { useTime } from '@/lib/i18n/use-time'
import type { MyDeviceView } from '@/lib/queries/my-devices'
import type { FormAction } from '@/lib/web/answer'

type Actions = {
  describeDevice: FormAction
  sayState: FormAction
  linkMethod: FormAction
  sayRestoreOnly: FormAction
  attestProtection: FormAction
}

/** One of one's devices, and all that can be said of it. */
export function DevicePage({ device, actions }: { device: MyDeviceView; actions: Actions }) {
  const t = useTranslations('devices')
  const { time } = useTime()
  const nameOf = useDeviceName()
  const inUse = isInUse(device.state)
  return (
    <div className="flex flex-col gap-5">
      <p>
        <TextLink href="/my/devices">{t('back')}</TextLink>
      </p>
      <div className="flex flex-col gap-2">
        <h1 className="break-words text-2xl">{nameOf(device)}</h1>
        <p className="flex flex-wrap items-center gap-2 text-ink-soft">
          <DeviceKind device={device} /> <DeviceState device={device} />
          <span className="text-sm">{t('since', { day: time(device.stateSince, 'day') })}</span>
        </p>
      </div>
      <LostNotice device={device} sayState={actions.sayState} />
      <Panel title={t('methods')}>
        <Registered device={device} linkMethod={actions.linkMethod} />
      </Panel>
      {inUse && (
        <Panel title={t('backup')}>
          <BackupPanel device={device} sayRestoreOnly={actions.sayRestoreOnly} />
        </Panel>
      )}
      {inUse && (
        <Panel title={t('protection')}>
          <Protection device={device} attestProtection={actions.attestProtection} />
        </Panel>
      )}
      <Details summary={t('rename')} open={device.platform === null}>
        <p className="mb-3 text-ink-soft text-sm">{t('renameHint')}</p>
        <Messages namespaces={['devices']}>
          <WordsForm device={device} action={actions.describeDevice} />
        </Messages>
      </Details>
      {inUse && (
        <Details summary={t('lostTitle')}>
          <LostForm device={device} sayState={actions.sayState} />
        </Details>
      )}
    </div>
  )
}

function Registered({ device, linkMethod }: { device: MyDeviceView; linkMethod: FormAction }) {
  const t = useTranslations('devices')
  const nameOf = useDeviceName()
  const options = device.others.map((other) => ({ value: other.id, label: nameOf(other) }))
  if (device.methods.length === 0) return <p className="text-ink-soft">{t('noMethods')}</p>
  return (
    <ul className="flex flex-col gap-4">
      {device.methods.map((method) => (
        <li key={method.id} className="flex flex-col gap-1">
          <MethodLine method={method} />
          {options.length > 0 && (
            <Details summary={t('linkOther')}>
              <Messages namespaces={['devices']}>
                <LinkForm methodId={method.id} options={options} linkMethod={linkMethod} />
              </Messages>
            </Details>
          )}
        </li>
      ))}
    </ul>
  )
}

function Protection({ device, attestProtection }: { device: MyDeviceView; attestProtection: FormAction }) {
  const t = useTranslations('devices')
  const missing = protections.length - device.protections.length
  return (
    <div className="flex flex-col gap-3">
      <p className="text-sm">{t('protectionLead')}</p>
      {device.protectedAt ? (
        <p className="flex flex-wrap items-center gap-2">
          <span>{t('protectMissing', { count: missing })}</span>
          <Known how="attested" by="you" at={device.protectedAt} />
        </p>
      ) : (
        <p className="text-ink-soft text-sm">{t('protectionNever')}</p>
      )}
      <Messages namespaces={['devices']}>
        <ProtectionForm device={device} action={attestProtection} />
      </Messages>
      <p className="text-ink-soft text-sm">{t('qr')}</p>
    </div>
  )
}
