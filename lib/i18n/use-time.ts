import { useLocale, useNow, useTimeZone } from 'next-intl'
import { formatBrief, formatTime, formatTimeRange, type TimeStyle } from '@/lib/i18n/format-time'

/** Writes times out in the reader's language and zone; `zone` names another one, such as a window's. */
export function useTime(zone?: string) {
  const language = useLocale()
  const own = useTimeZone()
  const now = useNow()
  const context = { language, zone: zone ?? own ?? 'UTC' }
  return {
    time: (iso: string, style: TimeStyle) => formatTime(iso, style, context),
    range: (from: string, to: string) => formatTimeRange(from, to, context),
    brief: (iso: string) => formatBrief(iso, now, context),
    /** Whole days since, never less than 0. */
    daysSince: (iso: string) =>
      Math.max(0, Math.floor((now.getTime() - new Date(iso).getTime()) / 86_400_000)),
  }
}
