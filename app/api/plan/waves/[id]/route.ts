import { readWaveVersion } from '@/lib/queries/plan-version'
import { viewRoute } from '@/lib/web/route'

/** Whether a wave has moved on, for its page. */
export const GET = viewRoute((actor, { id }: { id: string }) => readWaveVersion(actor, id))
