import { getCaller, versionOfCaller } from '@/lib/queries/caller'
import { viewRoute } from '@/lib/web/route'

/** Whether what a caller card shows has changed. */
export const GET = viewRoute(async (actor, { id }: { id: string }) => ({
  version: versionOfCaller(await getCaller(actor, id)),
}))
