import { useTranslations } from 'next-intl'
import { Place } from '@/components/booking/place'
import { Notice } from '@/components/ui/notice'
import { TimeRange } from '@/components/ui/time-range'
import type { BroughtPhone } from '@/lib/queries/brought-phones'

/** Whoever was named to bring a colleague's phone hears of it, with when and where. Nothing when nobody was. */
export function BroughtNotice({ phones }: { phones: BroughtPhone[] }) {
  const t = useTranslations('booking')
  return phones.map(({ swapId, name, slot }) => (
    <Notice key={swapId} tone="note" title={t('bringFor', { name })}>
      <TimeRange from={slot.startsAt} to={slot.endsAt} zone={slot.timeZone} />, <Place slot={slot} />
    </Notice>
  ))
}
