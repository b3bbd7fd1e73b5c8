import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '@/db/schema/people'
import { swaps } from '@/db/schema/swaps'
import type { Actor } from '@/lib/domain/actor'
import { closeReasons } from '@/lib/domain/swap'
import { assertClosable } from '@/lib/domain/wave'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { requirePlanReader } from '@/lib/queries/plan-room'
import { transact, type Work } from '@/lib/transact'
import { closeMembers } from './close-members'

const Input = z.object({
  swapId: z.uuid(),
  reason: z.enum(closeReasons, 'field_required'),
  words: z.string().trim().max(300, 'field_too_long').default(''),
})

/** A planner closes somebody's move for a reason, without the gate or after it. Their seat is free again. */
export async function closeSwap(actor: Actor, input: z.input<typeof Input>): Promise<{ waveId: string }> {
  const { swapId, reason, words } = parse(Input, input)
  return transact(actor, async (work) => {
    const { swap, entraId } = await lockSwap(work, swapId)
    work.permit('swap.close', swap)
    assertClosable(swap, reason)
    await closeMembers(work, [{ swap, entraId }], { reason, words: words || null })
    return { waveId: swap.waveId }
  })
}

async function lockSwap({ tx, actor }: Work, swapId: string) {
  requirePlanReader(actor)
  const [row] = await tx
    .select({ swap: swaps, entraId: people.entraId })
    .from(swaps)
    .innerJoin(people, eq(people.id, swaps.personId))
    .where(eq(swaps.id, swapId))
    .for('update', { of: swaps })
  if (!row) throw new AppError('not_found', 'not_found')
  return row
}
