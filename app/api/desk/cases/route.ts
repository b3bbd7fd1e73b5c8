import { listCases } from '@/lib/queries/cases'
import { viewRoute } from '@/lib/web/route'

/** The first page of open cases, for the queue that looks again by itself. */
export const GET = viewRoute((actor) => listCases(actor, { which: 'open' }))
