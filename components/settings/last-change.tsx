import { useTranslations } from 'next-intl'
import { useTime } from '@/lib/i18n/use-time'
import type { SettingsView } from '@/lib/queries/settings'

/** Who changed a setting last, and when. */
export function LastChange({ view, name }: { view: SettingsView; name: string }) {
  const t = useTranslations('settings.options')
  const { time } = useTime()
  const change = view.changes.find((one) => one.name === name)
  return (
    <p className="mt-4 text-ink-soft text-sm">
      {change ? t('changed', { name: change.by, at: time(change.at, 'moment') }) : t('default')}
    </p>
  )
}
