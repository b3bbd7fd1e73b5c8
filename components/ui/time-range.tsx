import { useTime } from '@/lib/i18n/use-time'

/** From when to when, in the reader's zone or in the named one. */
export function TimeRange({ from, to, zone }: { from: string; to: string; zone?: string }) {
  const text = useTime(zone).range(from, to)
  const hours = text.lastIndexOf(', ') + 2
  return (
    <time dateTime={from} suppressHydrationWarning>
      {text.slice(0, hours)}
      {/* An hour without its zone on the next line is another hour. */}
      <span className="whitespace-nowrap">{text.slice(hours)}</span>
    </time>
  )
}
