import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import * as actions from '@/app/(helpdesk)/desk/cases/[id]/actions'
import { CaseEvents } from '@/components/case/case-events'
import { CasePage } from '@/components/case/case-page'
import { Pulse } from '@/components/desk/pulse'
import { ResetPanel } from '@/components/reset/reset-panel'
import { pageActor } from '@/lib/auth/actor'
import { readEnv } from '@/lib/env'
import { listPersonEvents } from '@/lib/queries/audit'
import { getCase, versionOfCase } from '@/lib/queries/case-view'
import { getPlan } from '@/lib/queries/reset-plan'
import { findReset } from '@/lib/queries/resets'
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
  if (view.row.id !== id) redirect(`/desk/cases/${view.row.id}`)
  const plan = await getPlan(actor, { caseId: id, personId: view.caller.id })
  const reset = await findReset(actor, id)
  const { events } = await listPersonEvents(actor, view.caller.entraId)

  return (
    <>
      <CasePage
        view={view}
        actions={actions}
        reset={
          <ResetPanel
            caseId={id}
            isClosed={view.row.stage === 'closed'}
            plan={plan}
            reset={reset}
            securityInfoUrl={readEnv('SECURITY_INFO_URL')}
            actions={actions}
          />
        }
        timeline={<CaseEvents events={events} />}
      />
      <Pulse path={`/api/desk/cases/${id}`} version={versionOfCase(view, { plan, reset })} />
    </>
  )
}
