import { openCaseAction, readNowAction, receiveAction } from '@/app/(helpdesk)/desk/people/[id]/actions'
import { CallerCard } from '@/components/desk/caller-card'
import { Pulse } from '@/components/desk/pulse'
import { ReceivePanel } from '@/components/return/receive-panel'
import { pageActor } from '@/lib/auth/actor'
import { getCaller, versionOfCaller } from '@/lib/queries/caller'
import { findReturn } from '@/lib/queries/returns'
import { show } from '@/lib/web/show'

export async function generateMetadata({ params }: PageProps<'/desk/people/[id]'>) {
  const { id } = await params
  const caller = await show(getCaller(await pageActor(`/desk/people/${id}`), id))
  return { title: caller.name }
}

export default async function CallerPage({ params }: PageProps<'/desk/people/[id]'>) {
  const { id } = await params
  const actor = await pageActor(`/desk/people/${id}`)
  const caller = await show(getCaller(actor, id))
  const returned = await findReturn(actor, id)

  return (
    <>
      <CallerCard caller={caller} readNow={readNowAction} openCase={openCaseAction} />
      {returned && (
        <div className="mt-5">
          <ReceivePanel name={caller.name} view={returned} receive={receiveAction} />
        </div>
      )}
      <Pulse path={`/api/desk/people/${id}`} version={versionOfCaller(caller)} />
    </>
  )
}
