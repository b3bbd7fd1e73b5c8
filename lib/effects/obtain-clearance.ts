import { setTimeout as delay } from 'node:timers/promises'
import { askClearance } from '@/lib/commands/reset/ask-clearance'
import type { PersonActor } from '@/lib/domain/actor'
import { AppError } from '@/lib/errors'
import { getClearanceState } from '@/lib/queries/clearances'

const POLL_MS = 200

/** How long a page waits for the worker. */
export const clearanceWaitMs = 15_000

/**
 * Asks the worker whether the account behind a step may be touched, and waits for the answer. What it says is
 * judged where the step starts. Returns the id of the row.
 *
 * @throws {AppError} unavailable — no answer in time, or Microsoft could not be asked: nothing is touched then
 */
export async function obtainClearance(
  actor: PersonActor,
  { stepId, waitMs = clearanceWaitMs }: { stepId: string; waitMs?: number },
): Promise<string> {
  const clearanceId = await askClearance(actor, { stepId })
  for (let waitedMs = 0; waitedMs < waitMs; waitedMs += POLL_MS) {
    const { isAnswered, failure } = await getClearanceState(actor, clearanceId)
    if (isAnswered) return clearanceId
    if (failure) throw new AppError('unavailable', 'clearance_missing', { detail: { clearanceId, failure } })
    await delay(POLL_MS)
  }
  throw new AppError('unavailable', 'clearance_missing', { detail: { clearanceId, waitMs } })
}
