import { useTranslations } from 'next-intl'
import type { SlotView } from '@/lib/queries/booking'

/** Where a slot is: a site, or wherever the person is. */
export function Place({ slot }: { slot: Pick<SlotView, 'site' | 'isAtHome'> }) {
  const t = useTranslations('booking')
  return <>{slot.isAtHome ? t('atHome') : slot.site}</>
}
