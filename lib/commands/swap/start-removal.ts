import { createHash } from 'node:crypto'
import { and, count, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { swapEvidence } from '@/db/schema/swaps'
import { lockOwnSwap } from '@/lib/commands/swap/lock-own-swap'
import { takeShown } from '@/lib/commands/swap/take-shown'
import type { PersonActor } from '@/lib/domain/actor'
import { readGate } from '@/lib/domain/gate'
import { operationId } from '@/lib/domain/operation-id'
import { isOwnRemovable, type OwnRemovableKind, removalRefusal } from '@/lib/domain/removal'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { readEvidence } from '@/lib/queries/evidence'
import { readSettings } from '@/lib/queries/settings'
import { transact } from '@/lib/transact'

const Input = z.object({ methodId: z.string().min(1).max(200) })

export type Removal = {
  swapId: string
  methodId: string
  kind: OwnRemovableKind
  attempt: number
  clientRequestId: string
}

/**
 * The employee wants an old registration removed from here: the intent, recorded before Microsoft is asked.
 *
 * @throws {AppError} refused — with the reason from `removalRefusal`
 */
export async function startRemoval(actor: PersonActor, input: z.input<typeof Input>): Promise<Removal> {
  const { methodId } = parse(Input, input)
  return transact(actor, async (work) => {
    const { tx, now, permit, record } = work
    const swap = await lockOwnSwap(work, actor)
    permit('swap.remove_old', swap)
    await takeShown(work, { swap, oid: actor.entraId }, input)
    const evidence = await readEvidence(tx, swap, now)
    const method = evidence.methods.find(({ id }) => id === methodId)
    if (!method) throw new AppError('not_found', 'not_found')
    const { removeHere } = await readSettings(tx)
    const entry = { ...method, owner: evidence.owners.get(methodId) ?? ('unknown' as const) }
    const refusal = removalRefusal(entry, { gate: readGate(evidence), isAllowedHere: removeHere })
    if (refusal) throw new AppError('refused', refusal)
    const { kind } = method
    if (!isOwnRemovable(kind)) throw new Error('a kind that cannot be removed here must be refused')

    const [asked] = await tx
      .select({ times: count() })
      .from(swapEvidence)
      .where(
        and(
          eq(swapEvidence.swapId, swap.id),
          eq(swapEvidence.kind, 'removal_asked'),
          sql`${swapEvidence.detail} ->> 'methodId' = ${methodId}`,
        ),
      )
    const attempt = (asked?.times ?? 0) + 1
    await tx
      .insert(swapEvidence)
      .values({ swapId: swap.id, kind: 'removal_asked', at: now, detail: { methodId, attempt } })
    const clientRequestId = operationId(sha1, ['swap', swap.id, methodId, attempt])
    record(
      'swap.removal_intended',
      { kind: 'swap', id: swap.id, oid: actor.entraId },
      {
        outcome: 'intended',
        detail: { kind },
        op: { id: swap.id, step: methodId, attempt },
        graph: { requestId: null, clientRequestId, status: null },
      },
    )
    return { swapId: swap.id, methodId, kind, attempt, clientRequestId }
  })
}

function sha1(...parts: Uint8Array[]): Uint8Array {
  const hash = createHash('sha1')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
