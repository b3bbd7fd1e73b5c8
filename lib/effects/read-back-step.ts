import { setTimeout as delay } from 'node:timers/promises'
import { finishStep } from '@/lib/commands/reset/finish-step'
import type { JobActor } from '@/lib/domain/actor'
import type { StepOutcome } from '@/lib/domain/reset-step'
import type { Access } from '@/lib/graph/access'
import { listMethods } from '@/lib/graph/methods'
import { readSessionsValidFrom } from '@/lib/graph/sessions'
import { findUncertainStep, type UncertainStep } from '@/lib/queries/resets'

type Asked = {
  stepId: string
  signal?: AbortSignal
  /** Pauses before each look; together as long as Microsoft may take to show a change. */
  pausesMs?: readonly number[]
}

const readBackPausesMs = [0, 2_000, 5_000, 10_000, 18_000, 25_000]

/** Microsoft's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = 5_000

/**
 * Finds out what became of a step that nobody knows about, and makes it done or ready. Reads only: nothing is
 * repeated. Where Microsoft cannot be read the job fails, and is tried again.
 *
 * @param access the reader's right
 */
export async function readBackStep(job: JobActor, access: Access, asked: Asked): Promise<void> {
  const { stepId, signal, pausesMs = readBackPausesMs } = asked
  const step = await findUncertainStep(job, stepId)
  if (!step) return
  for (const pauseMs of pausesMs) {
    await delay(pauseMs, undefined, signal ? { signal } : {})
    const { isApplied, requestId } = await look(access, step, signal)
    if (!isApplied) continue
    await finishStep(job, { stepId, fence: step.fence, outcome: outcome('done', requestId) })
    return
  }
  await finishStep(job, { stepId, fence: step.fence, outcome: outcome('refused', null) })
}

async function look(access: Access, step: UncertainStep, signal: AbortSignal | undefined) {
  const { entraId, entraMethodId, startedAt } = step
  if (entraMethodId) {
    const { methods, requestId } = await listMethods(access, entraId, signal)
    return { isApplied: !methods.some(({ id }) => id === entraMethodId), requestId }
  }
  const { validFrom, requestId } = await readSessionsValidFrom(access, entraId, signal)
  return { isApplied: validFrom.getTime() >= startedAt.getTime() - CLOCK_SKEW_MS, requestId }
}

function outcome(result: 'done' | 'refused', graphRequestId: string | null): StepOutcome {
  const code = result === 'done' ? null : 'step_not_applied'
  return { result, code, status: null, graphRequestId, retryAt: null }
}
