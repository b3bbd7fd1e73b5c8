import { useTranslations } from 'next-intl'
import { EventDetailLine } from '@/components/audit/event-detail-line'
import { EventSentence } from '@/components/audit/event-sentence'
import { KnownMark } from '@/components/audit/known-mark'
import { OutcomeMark } from '@/components/audit/outcome-mark'
import { Who } from '@/components/audit/who'
import { TextLink } from '@/components/ui/text-link'
import { Timeline } from '@/components/ui/timeline'
import type { EventView } from '@/lib/queries/audit-view'

/** Events one under the other, in the order given. `linked` where the reader may open each event. */
export function EventTimeline({ events, label, linked }: Props) {
  const t = useTranslations('audit')
  if (events.length === 0) return <p className="text-ink-soft">{t('personEmpty')}</p>
  return (
    <Timeline
      label={label ?? t('title')}
      entries={events.map((event) => ({
        key: event.id,
        at: event.at,
        what: (
          <>
            <span className="font-semibold">
              <Who actor={event.actor} />
            </span>{' '}
            {linked ? (
              <TextLink href={{ pathname: `/audit/${event.id}` }}>
                <EventSentence type={event.type} />
              </TextLink>
            ) : (
              <EventSentence type={event.type} />
            )}
          </>
        ),
        known: (
          <>
            <KnownMark known={event.known} at={event.at} />
            {event.outcome !== 'done' && <OutcomeMark outcome={event.outcome} />}
          </>
        ),
        children: <EventDetailLine event={event} />,
      }))}
    />
  )
}

type Props = { events: EventView[]; label?: string; linked?: boolean }
