import { useTranslations } from 'next-intl'
import type { DeviceView } from '@/lib/queries/devices'

/** "iPhone · iPhone 12": what a device is, and its model where that says more than its name. */
export function DeviceKind({ device }: { device: Pick<DeviceView, 'platform' | 'kind' | 'model' | 'name'> }) {
  const t = useTranslations('devices')
  const { platform, kind, model, name } = device
  return (
    <>{t('kind', { platform: platform ?? 'other', kind, model: model && model !== name ? model : 'none' })}</>
  )
}
