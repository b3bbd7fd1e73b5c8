import type { TimeStyle } from '@/lib/i18n/format-time'
import { useTime } from '@/lib/i18n/use-time'

/** An instant as `<time>`, in the reader's zone or in the named one. */
export function Time({ at, style = 'moment', zone }: { at: string; style?: TimeStyle; zone?: string }) {
  const { time } = useTime(zone)
  return (
    // The browser's own calendar tables may write a month a little differently; the server's word stands.
    <time dateTime={at} suppressHydrationWarning className="whitespace-nowrap">
      {time(at, style)}
    </time>
  )
}
