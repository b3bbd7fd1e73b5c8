import { getReset } from '@/lib/queries/resets'
import { viewRoute } from '@/lib/web/route'

/** A reset with its steps, for the page that watches it. */
export const GET = viewRoute((actor, { id }: { id: string }) => getReset(actor, id))
