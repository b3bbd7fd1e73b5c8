import { useTranslations } from 'next-intl'
import type { PeoplePage } from '@/lib/queries/people'

/** How many people pass the filter. */
export function PeopleCount({ count }: { count: PeoplePage['count'] }) {
  const t = useTranslations('people')
  return <>{count.isMore ? t('countMore', { count: count.shown }) : t('count', { count: count.shown })}</>
}
