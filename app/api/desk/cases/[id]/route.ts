import { getCase, versionOfCase } from '@/lib/queries/case-view'
import { viewRoute } from '@/lib/web/route'

/** Whether what a case's page shows has changed. */
export const GET = viewRoute(async (actor, { id }: { id: string }) => ({
  version: versionOfCase(await getCase(actor, id)),
}))
