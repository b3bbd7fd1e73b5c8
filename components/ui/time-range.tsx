import { useTime } from '@/lib/i18n/use-time'

/** From when to when, in the reader's zone or in the named one. */
export function TimeRange({ from, to, zone }: { from: string; to: string; zone?: string }) {
  const { range } = useTime(zone)
  return (
    <time dateTime={from} suppressHydrationWarning>
      {range(from, to)}
    </time>
  )
}
