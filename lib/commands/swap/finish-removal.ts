import type { Removal } from '@/lib/commands/swap/start-removal'
import type { PersonActor } from '@/lib/domain/actor'
import { transact } from '@/lib/transact'

export type RemovalOutcome = {
  outcome: 'done' | 'refused' | 'uncertain'
  requestId: string | null
  status: number | null
}

/** What Microsoft said to the removal. Whatever it was, the live list decides: the worker looks. */
export async function finishRemoval(
  actor: PersonActor,
  removal: Removal,
  { outcome, requestId, status }: RemovalOutcome,
): Promise<void> {
  const { swapId, methodId, kind, attempt, clientRequestId } = removal
  await transact(actor, async ({ permit, record, enqueue }) => {
    permit('swap.record_removal', { id: swapId, personId: actor.personId })
    record(
      'swap.removal_ended',
      { kind: 'swap', id: swapId, oid: actor.entraId },
      {
        outcome,
        detail: { kind },
        op: { id: swapId, step: methodId, attempt },
        graph: { requestId, clientRequestId, status },
      },
    )
    await enqueue('methods.look', { personId: actor.personId }, { key: actor.personId, priority: 10 })
  })
}
