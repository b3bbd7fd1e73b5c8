import { and, eq, isNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { swaps } from '@/db/schema/swaps'
import { queueMessage } from '@/lib/commands/message/queue-message'
import type { FreezeReason } from '@/lib/domain/freeze'
import type { Work } from '@/lib/transact'
import { settleSwap } from './settle-swap'

type Swap = typeof swaps.$inferSelect

/** A person's open swap, published or not, held until the commit; null when there is none. */
export async function lockOpenSwap(tx: Tx, personId: string): Promise<Swap | null> {
  const [swap] = await tx
    .select()
    .from(swaps)
    .where(and(eq(swaps.personId, personId), isNull(swaps.closedAt)))
    .for('update')
  return swap ?? null
}

type Freezing = { swap: Swap; entraId: string; why: FreezeReason; caseNumber: number }

/** Lets a locked swap stand still from now on, says so, and takes back what it no longer is: safe. */
export async function freeze(work: Work, { swap, entraId, why, caseNumber }: Freezing): Promise<void> {
  await work.tx.update(swaps).set({ frozenAt: work.now, frozenWhy: why }).where(eq(swaps.id, swap.id))
  work.record(
    'swap.frozen',
    { kind: 'swap', id: swap.id, oid: entraId },
    { detail: { why, state: swap.state, case: caseNumber } },
  )
  await settleSwap(work, swap.personId)
  const params = { what: 'move_frozen', id: swap.id } as const
  await queueMessage(work, { kind: 'security_notice', personId: swap.personId, params })
}
