import { getTranslations } from 'next-intl/server'
import * as actions from '@/app/(helpdesk)/desk/cases/[id]/actions'
import { EventTimeline } from '@/components/audit/event-timeline'
import { CasePage } from '@/components/case/case-page'
import { Pulse } from '@/components/desk/pulse'
import { Panel } from '@/components/ui/panel'
import { pageActor } from '@/lib/auth/actor'
import { type EventPage, listPersonEvents } from '@/lib/queries/audit'
import { getCase, versionOfCase } from '@/lib/queries/case-view'
import { show } from '@/lib/web/show'

export async function generateMetadata({ params }: PageProps<'/desk/cases/[id]'>) {
  const { id } = await params
  const t = await getTranslations('case')
  const { row } = await show(getCase(await pageActor(`/desk/cases/${id}`), id))
  return { title: t('title', { name: row.name }) }
}

export default async function CaseRoutePage({ params }: PageProps<'/desk/cases/[id]'>) {
  const { id } = await params
  const actor = await pageActor(`/desk/cases/${id}`)
  const view = await show(getCase(actor, id))

  return (
    <>
      <CasePage
        view={view}
        actions={actions}
        reset={null}
        timeline={<Happened events={(await listPersonEvents(actor, view.caller.entraId)).events} />}
      />
      <Pulse path={`/api/desk/cases/${id}`} version={versionOfCase(view)} />
    </>
  )
}

async function Happened({ events }: Pick<EventPage, 'events'>) {
  const t = await getTranslations('case')
  return (
    <Panel title={t('timeline')}>
      <EventTimeline events={events} label={t('timeline')} />
    </Panel>
  )
}
