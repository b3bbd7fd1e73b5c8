import { useTranslations } from 'next-intl'
import { EventTimeline } from '@/components/audit/event-timeline'
import { Details } from '@/components/ui/details'
import { Panel } from '@/components/ui/panel'
import type { EventPage } from '@/lib/queries/audit'

const shownAtOnce = 6

/** What the log says of the person, latest first; all but the latest folded away. */
export function CaseEvents({ events }: Pick<EventPage, 'events'>) {
  const t = useTranslations('case')
  const earlier = events.slice(shownAtOnce)
  return (
    <Panel title={t('timeline')}>
      <EventTimeline events={events.slice(0, shownAtOnce)} label={t('timeline')} />
      {earlier.length > 0 && (
        <Details summary={t('earlierEvents', { count: earlier.length })}>
          <EventTimeline events={earlier} label={t('earlierEvents', { count: earlier.length })} />
        </Details>
      )}
    </Panel>
  )
}
