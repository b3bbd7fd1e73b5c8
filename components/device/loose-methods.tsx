import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useDeviceName } from '@/components/device/device-name'
import { LinkForm } from '@/components/device/link-form'
import { MethodLine } from '@/components/device/method-line'
import { Messages } from '@/components/ui/messages'
import { isOfAuthenticator } from '@/lib/domain/method'
import type { DeviceMethodView, DeviceView } from '@/lib/queries/devices'
import type { FormAction } from '@/lib/web/answer'

/** What Microsoft shows and no device is known for. */
export function LooseMethods({ methods, devices, linkMethod }: Props) {
  const t = useTranslations('devices')
  const nameOf = useDeviceName()
  const options = devices.map((device) => ({ value: device.id, label: nameOf(device) }))
  const [apps, others] = [methods.filter(isOnDevice), methods.filter((method) => !isOnDevice(method))]
  return (
    <>
      {apps.length > 0 && (
        <Group title={t('loose')} hint={t('looseHint')}>
          {apps.map((method) => (
            <li key={method.id} className={itemStyle}>
              <MethodLine method={method} />
              {options.length > 0 && (
                <Messages namespaces={['devices']}>
                  <LinkForm methodId={method.id} options={options} linkMethod={linkMethod} />
                </Messages>
              )}
            </li>
          ))}
        </Group>
      )}
      {others.length > 0 && (
        <Group title={t('others')} hint={t('othersHint')}>
          {others.map((method) => (
            <li key={method.id} className={itemStyle}>
              <MethodLine method={method} />
            </li>
          ))}
        </Group>
      )}
    </>
  )
}

function Group({ title, hint, children }: { title: string; hint: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <div>
        <h2 className="text-lg">{title}</h2>
        <p className="text-ink-soft text-sm">{hint}</p>
      </div>
      <ul className="flex flex-col gap-3">{children}</ul>
    </section>
  )
}

const itemStyle = 'flex flex-col gap-3 rounded border border-line bg-surface px-4 py-3'

/** A code from an app is on a phone, too, though Microsoft does not say so. */
function isOnDevice({ kind, bound }: DeviceMethodView): boolean {
  return isOfAuthenticator({ kind, aaguid: null }) || bound === 'passkey' || kind === 'softwareOath'
}

type Props = { methods: DeviceMethodView[]; devices: DeviceView[]; linkMethod: FormAction }
