import { useTranslations } from 'next-intl'
import { Place } from '@/components/booking/place'
import { TextLink } from '@/components/ui/text-link'
import { TimeRange } from '@/components/ui/time-range'
import type { BookingView } from '@/lib/queries/booking'

/** One's own slot in short, on the page of one's move. No heading: the step is what the page is about. */
export function BookingCard({ booking }: { booking: BookingView }) {
  const t = useTranslations('booking')
  const { slot, isOver } = booking
  return (
    <section
      aria-label={t('title')}
      className="flex flex-col gap-1 rounded border border-line bg-surface px-4 py-3"
    >
      {slot ? (
        <p>
          <span className="block text-ink-soft text-sm">{t(isOver ? 'cardOver' : 'title')}</span>
          <span className="font-semibold">
            <TimeRange from={slot.startsAt} to={slot.endsAt} zone={slot.timeZone} />
          </span>
          , <Place slot={slot} />
        </p>
      ) : (
        <p className="font-semibold">{t('cardNone')}</p>
      )}
      <p className="flex flex-wrap gap-x-5 gap-y-1">
        <CardLink href="/my/booking">{t(slot ? 'cardChange' : 'cardChoose')}</CardLink>
        <CardLink href="/my/print">{t('print')}</CardLink>
      </p>
    </section>
  )
}

function CardLink({ href, children }: { href: '/my/booking' | '/my/print'; children: string }) {
  return (
    <TextLink href={href} className="inline-flex min-h-6 items-center">
      {children}
    </TextLink>
  )
}
