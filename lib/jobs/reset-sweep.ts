import { loseStep } from '@/lib/commands/reset/lose-step'
import type { JobActor } from '@/lib/domain/actor'
import { listLostSteps } from '@/lib/queries/resets'

/** Steps whose time ran out become uncertain, and are read back. */
export async function sweepResets(job: JobActor): Promise<void> {
  for (const stepId of await listLostSteps(job)) await loseStep(job, { stepId })
}
