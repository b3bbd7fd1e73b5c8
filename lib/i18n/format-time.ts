import type { Language } from '@/lib/i18n/language'

/** British English, so that 4 May is never read as 5 April. */
const formatLocale: Record<Language, string> = { en: 'en-GB', it: 'it-IT' }

const styles = {
  /** 22 Nov 2026, 10:42 CET */
  moment: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  /** Sun, 22 Nov 2026, 10:42 CET */
  appointment: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  /** 22 Nov 2026, 10:42:07 CET */
  second: {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  },
  /** 10:42 CET */
  time: { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
  /** 22 Nov 2026 */
  day: { day: 'numeric', month: 'short', year: 'numeric' },
  /** 22 Nov */
  dayOfYear: { day: 'numeric', month: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

export type TimeStyle = keyof typeof styles

/** Where and for whom a time is written out. */
export type TimeContext = { language: Language /** IANA. */; zone: string }

/** An instant, in words. Whatever shows an hour shows its zone. */
export function formatTime(iso: string, style: TimeStyle, { language, zone }: TimeContext): string {
  return new Intl.DateTimeFormat(formatLocale[language], { ...styles[style], timeZone: zone }).format(
    new Date(iso),
  )
}

/** From one instant to another: `Mon, 4 May 2026, 09:00–12:00 CEST`. */
export function formatTimeRange(from: string, to: string, { language, zone }: TimeContext): string {
  return new Intl.DateTimeFormat(formatLocale[language], {
    ...styles.appointment,
    timeZone: zone,
  }).formatRange(new Date(from), new Date(to))
}

/** A day without an hour, given as `2026-05-04`: the same day in every zone. */
export function formatDay(day: string, language: Language): string {
  return formatTime(`${day}T00:00:00Z`, 'day', { language, zone: 'UTC' })
}

/** As short as it stays clear at `now`: the hour today, the day this year, else the day and year. */
export function formatBrief(iso: string, now: Date, context: TimeContext): string {
  const today = now.toISOString()
  const same = (style: TimeStyle) => formatTime(iso, style, context) === formatTime(today, style, context)
  if (same('day')) return formatTime(iso, 'time', context)
  const yearOf = (at: string) => formatTime(at, 'day', context).slice(-4)
  return formatTime(iso, yearOf(iso) === yearOf(today) ? 'dayOfYear' : 'day', context)
}
