import { useTranslations } from 'next-intl'
import { Place } from '@/components/booking/place'
import { buttonStyle } from '@/components/ui/button-style'
import { KeyValues } from '@/components/ui/key-values'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import { TimeRange } from '@/components/ui/time-range'
import type { BookingView, SlotView } from '@/lib/queries/booking'

/** When and where, and the file for one's own calendar. */
export function SlotFacts({ booking, slot }: { booking: BookingView; slot: SlotView }) {
  const t = useTranslations('booking')
  const { isOver, chooseRefusal, cancelRefusal, changeUntil } = booking
  const isOpen = chooseRefusal === null || cancelRefusal === null
  return (
    <div className="flex flex-col gap-4">
      {isOver && <Notice tone="wait">{t('overLead')}</Notice>}
      <KeyValues
        items={[
          {
            key: 'when',
            label: t('when'),
            value: (
              <span className="font-semibold">
                <TimeRange from={slot.startsAt} to={slot.endsAt} zone={slot.timeZone} />
              </span>
            ),
          },
          { key: 'where', label: t('where'), value: <Place slot={slot} /> },
          { key: 'wave', label: t('wave'), value: booking.waveName },
        ]}
      />
      {!isOver && (
        <>
          {isOpen && changeUntil && (
            <p>
              {t.rich('changeUntil', {
                at: () => <Time at={changeUntil} style="appointment" zone={slot.timeZone} />,
              })}
            </p>
          )}
          <div className="flex flex-col gap-1">
            {/* A file, not a page: the router must not fetch it. */}
            <a href="/my/booking/calendar" download className={buttonStyle({ wide: true })}>
              {t('calendar')}
            </a>
            <p className="text-ink-soft text-sm">{t('calendarHint')}</p>
          </div>
        </>
      )}
    </div>
  )
}
