import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EventDetailLine } from '@/components/audit/event-detail-line'
import { EventSentence } from '@/components/audit/event-sentence'
import { KnownMark } from '@/components/audit/known-mark'
import { OutcomeMark } from '@/components/audit/outcome-mark'
import { PersonLink } from '@/components/audit/person-link'
import { Who } from '@/components/audit/who'
import { type Column, Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import type { EventView } from '@/lib/queries/audit-view'

/** Events as a table, each leading to its own page. */
export function EventTable({ events, zone, empty }: Props) {
  const t = useTranslations('audit')
  const columns: Column<EventView>[] = [
    { key: 'at', header: t('when'), cell: ({ id, at }) => <When id={id} at={at} zone={zone} /> },
    { key: 'who', header: t('who'), cell: ({ actor }) => <Who actor={actor} /> },
    { key: 'what', header: t('what'), cell: (event) => <What event={event} /> },
    { key: 'whom', header: t('whom'), cell: ({ subject }) => subject && <PersonLink {...subject} /> },
    { key: 'known', header: t('known'), cell: (event) => <How event={event} /> },
    { key: 'outcome', header: t('outcome'), cell: ({ outcome }) => <OutcomeMark outcome={outcome} /> },
  ]
  return (
    <Table
      caption={t('title')}
      captionHidden
      columns={columns}
      rows={events}
      rowKey={({ id }) => id}
      empty={empty}
    />
  )
}

function When({ id, at, zone }: { id: string; at: string; zone: string }) {
  return (
    <TextLink href={{ pathname: `/audit/${id}` }}>
      <Time at={at} style="second" zone={zone} />
    </TextLink>
  )
}

function How({ event: { known, at } }: { event: EventView }) {
  return (
    <span className="whitespace-nowrap">
      <KnownMark known={known} at={at} />
    </span>
  )
}

function What({ event }: { event: EventView }) {
  return (
    <span className="block max-w-96 max-sm:basis-full">
      <EventSentence type={event.type} />
      <EventDetailLine event={event} />
    </span>
  )
}

type Props = {
  events: EventView[]
  /** IANA zone the times are written in. */
  zone: string
  empty: ReactNode
}
