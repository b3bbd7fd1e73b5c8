import type { StepOutcome } from '@/lib/domain/reset-step'
import { AppError } from '@/lib/errors'

/**
 * What a failed call means for its step. A refusal is certain, and so is being asked to wait; no answer is not.
 *
 * @throws whatever is no expected failure
 */
export function outcomeOf(error: unknown): StepOutcome {
  if (!(error instanceof AppError)) throw error
  const { kind, code, detail } = error
  const isThrottled = code === 'graph_throttled'
  return {
    result: kind === 'unavailable' && !isThrottled ? 'uncertain' : 'refused',
    code: kind === 'not_found' ? 'target_gone' : code,
    status: typeof detail.status === 'number' ? detail.status : null,
    graphRequestId: typeof detail.requestId === 'string' ? detail.requestId : null,
    retryAt: isThrottled && typeof detail.retryAt === 'string' ? new Date(detail.retryAt) : null,
  }
}
