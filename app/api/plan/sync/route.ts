import { readSyncVersion } from '@/lib/queries/plan-version'
import { viewRoute } from '@/lib/web/route'

/** Whether the directory's sync has moved on, for pages that show it. */
export const GET = viewRoute((actor) => readSyncVersion(actor))
