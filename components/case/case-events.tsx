import { useTranslations } from 'next-intl'
import { EventTimeline } from '@/components/audit/event-timeline'
import { Panel } from '@/components/ui/panel'
import type { EventPage } from '@/lib/queries/audit'

/** What the log says of the person, latest first. */
export function CaseEvents({ events }: Pick<EventPage, 'events'>) {
  const t = useTranslations('case')
  return (
    <Panel title={t('timeline')}>
      <EventTimeline events={events} label={t('timeline')} />
    </Panel>
  )
}
