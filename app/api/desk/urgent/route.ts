import { getUrgent } from '@/lib/queries/urgent'
import { viewRoute } from '@/lib/web/route'

/** What the desk must not miss, for the bar above every staff page. */
export const GET = viewRoute((actor) => getUrgent(actor))
