import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { receiveAction } from '@/app/(planner)/plan/people/[id]/actions'
import { EventTimeline } from '@/components/audit/event-timeline'
import { PersonPage } from '@/components/people/person-page'
import { ReceivePanel } from '@/components/return/receive-panel'
import { Pagination } from '@/components/ui/pagination'
import { pageActor } from '@/lib/auth/actor'
import { is } from '@/lib/domain/actor'
import { listPersonEvents } from '@/lib/queries/audit'
import { getPerson } from '@/lib/queries/person'
import { findReturn } from '@/lib/queries/returns'
import { show } from '@/lib/web/show'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('col_name') }
}

export default async function OnePersonPage({ params, searchParams }: PageProps<'/plan/people/[id]'>) {
  const { id } = await params
  const actor = await pageActor(`/plan/people/${id}`)
  const { events: cursor } = await searchParams
  const person = await show(getPerson(actor, id))
  const returned = await findReturn(actor, id)
  const t = await getTranslations('people')
  // What happened is for planners; coordinators and technicians see the person only.
  const page = is(actor, 'planner')
    ? await listPersonEvents(actor, person.entraId, typeof cursor === 'string' ? cursor : null)
    : null
  const at = (events: string | null) =>
    events ? { pathname: `/plan/people/${id}`, query: { events } } : null

  return (
    <PersonPage
      person={person}
      returned={
        returned && <ReceivePanel name={person.displayName} view={returned} receive={receiveAction} />
      }
      timeline={
        page && (
          <>
            <EventTimeline events={page.events} label={t('timeline')} />
            <Pagination previous={at(page.previous)} next={at(page.next)} />
          </>
        )
      }
    />
  )
}
