import { useTranslations } from 'next-intl'
import { useMethodName } from '@/components/desk/method-name'
import { Known } from '@/components/truth/known'
import { useTime } from '@/lib/i18n/use-time'
import type { DeviceMethodView } from '@/lib/queries/devices'

/** A registration as Microsoft shows it, with what tells it from another of the same name. */
export function MethodLine({ method }: { method: DeviceMethodView }) {
  const t = useTranslations('devices')
  const { time } = useTime()
  const nameOf = useMethodName()
  const { firstSeenAt, lastSeenAt, lastUsedAt, bound, isDefault } = method
  const kind = bound === 'passkey' ? 'passkey' : method.kind
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span className="font-semibold">{nameOf({ ...method, kind })}</span>
      <span className="text-ink-soft text-sm">
        {[
          isDefault && t('isDefault'),
          t('firstSeen', { day: time(firstSeenAt, 'day') }),
          lastUsedAt ? t('lastUsed', { day: time(lastUsedAt, 'day') }) : t('neverUsed'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className="flex flex-wrap gap-2">
        <Known how="seen" at={lastSeenAt} evidence={{ source: t('source') }} />
        {method.onDevice && (
          <Known how={method.onDevice} evidence={{ source: t(`onDevice_${method.onDevice}`) }}>
            {t(`onDevice_${method.onDevice}`)}
          </Known>
        )}
      </span>
      {bound && <span className="text-sm">{t(`bound_${bound}`)}</span>}
    </div>
  )
}
