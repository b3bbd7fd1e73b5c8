import { finishRemoval, type RemovalOutcome } from '@/lib/commands/swap/finish-removal'
import { startRemoval } from '@/lib/commands/swap/start-removal'
import type { PersonActor } from '@/lib/domain/actor'
import { AppError } from '@/lib/errors'
import type { Access } from '@/lib/graph/access'
import { removeMethod } from '@/lib/graph/methods'

/**
 * The employee removes an old registration with their own right: intent, one call, outcome. Nothing is
 * concluded from the answer: the worker reads the live list, and the gate believes that alone.
 *
 * @throws {AppError} refused — it is not the time, or Microsoft said no · unavailable — nobody knows yet
 */
export async function removeOldMethod(
  actor: PersonActor,
  access: Access,
  input: { methodId: string },
): Promise<void> {
  const removal = await startRemoval(actor, input)
  const { methodId, kind, clientRequestId } = removal
  try {
    const { requestId, status } = await removeMethod(access, actor.entraId, {
      methodId,
      kind,
      clientRequestId,
    })
    await finishRemoval(actor, removal, { outcome: 'done', requestId, status })
  } catch (error) {
    await finishRemoval(actor, removal, outcomeOf(error))
    throw error
  }
}

/** A refusal is certain. No answer is not. */
function outcomeOf(error: unknown): RemovalOutcome {
  if (!(error instanceof AppError)) throw error
  const { requestId, status } = error.detail
  return {
    outcome: error.kind === 'unavailable' ? 'uncertain' : 'refused',
    requestId: typeof requestId === 'string' ? requestId : null,
    status: typeof status === 'number' ? status : null,
  }
}
