import { and, eq } from 'drizzle-orm'
import { swapEvidence } from '@/db/schema/swaps'
import { lockOwnSwap } from '@/lib/commands/swap/lock-own-swap'
import type { PersonActor } from '@/lib/domain/actor'
import { transact } from '@/lib/transact'

/**
 * The employee says that their private list is done: that it is, and nothing of what it says. Once is enough;
 * the list itself never leaves their browser or their drawer.
 */
export async function attestKit(actor: PersonActor): Promise<void> {
  await transact(actor, async (work) => {
    const { tx, now, permit, record, unchanged } = work
    const swap = await lockOwnSwap(work, actor)
    permit('kit.attest', swap)
    const kind = 'kit_done'
    const said = await tx
      .select({ id: swapEvidence.id })
      .from(swapEvidence)
      .where(and(eq(swapEvidence.swapId, swap.id), eq(swapEvidence.kind, kind)))
    if (said.length > 0) return unchanged()
    await tx.insert(swapEvidence).values({ swapId: swap.id, kind, at: now, detail: {} })
    record('swap.kit_done', { kind: 'swap', id: swap.id, oid: actor.entraId })
  })
}
