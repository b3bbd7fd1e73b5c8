import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '@/db/schema/people'
import { returns } from '@/db/schema/returns'
import { swaps } from '@/db/schema/swaps'
import { waves } from '@/db/schema/waves'
import type { PersonActor } from '@/lib/domain/actor'
import { receiveRefusal } from '@/lib/domain/return'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { readReturn } from '@/lib/queries/return-facts'
import { maySeeReturns } from '@/lib/queries/returns'
import { transact, type Work } from '@/lib/transact'

const Input = z.object({ swapId: z.uuid() })

/**
 * Somebody else, in their own session, confirms that they have the old phone in their hands.
 *
 * @throws {AppError} not_found — absent, or not theirs to see · refused — with the reason from `receiveRefusal`
 */
export async function receiveReturn(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { swapId } = parse(Input, input)
  await transact(actor, async (work) => {
    const { tx, now, permit, record } = work
    const { swap, entraId } = await lockSwap(work, actor, swapId)
    permit('return.receive', swap)
    const refusal = receiveRefusal(await readReturn(tx, swap, now))
    if (refusal) throw new AppError('refused', refusal)
    await tx
      .update(returns)
      .set({ receivedAt: now, receivedById: actor.personId })
      .where(and(eq(returns.swapId, swap.id), isNull(returns.voidedAt)))
    record('return.received', { kind: 'swap', id: swap.id, oid: entraId })
  })
}

/** Closed ones too: a phone may arrive after its owner said that all is fine. */
async function lockSwap({ tx }: Work, actor: PersonActor, swapId: string) {
  const [row] = maySeeReturns(actor)
    ? await tx
        .select({ swap: swaps, entraId: people.entraId })
        .from(swaps)
        .innerJoin(people, eq(people.id, swaps.personId))
        .innerJoin(waves, eq(waves.id, swaps.waveId))
        .where(and(eq(swaps.id, swapId), isNotNull(waves.publishedAt)))
        .for('update', { of: swaps })
    : []
  if (!row) throw new AppError('not_found', 'not_found')
  return row
}
