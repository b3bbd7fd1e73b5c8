import { openCaseAction, readNowAction } from '@/app/(helpdesk)/desk/people/[id]/actions'
import { CallerCard } from '@/components/desk/caller-card'
import { Pulse } from '@/components/desk/pulse'
import { pageActor } from '@/lib/auth/actor'
import { getCaller, versionOfCaller } from '@/lib/queries/caller'
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

  return (
    <>
      <CallerCard caller={caller} readNow={readNowAction} openCase={openCaseAction} />
      <Pulse path={`/api/desk/people/${id}`} version={versionOfCaller(caller)} />
    </>
  )
}
