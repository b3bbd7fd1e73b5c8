import { getCase, versionOfCase } from '@/lib/queries/case-view'
import { getPlan } from '@/lib/queries/reset-plan'
import { findReset } from '@/lib/queries/resets'
import { viewRoute } from '@/lib/web/route'

/** Whether what a case's page shows has changed. */
export const GET = viewRoute(async (actor, { id }: { id: string }) => {
  const view = await getCase(actor, id)
  const plan = await getPlan(actor, { caseId: id, personId: view.caller.id })
  return { version: versionOfCase(view, { plan, reset: await findReset(actor, id) }) }
})
