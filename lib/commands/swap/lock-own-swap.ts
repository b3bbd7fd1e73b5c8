import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { swaps } from '@/db/schema/swaps'
import { waves } from '@/db/schema/waves'
import type { PersonActor } from '@/lib/domain/actor'
import { assertNotFrozen } from '@/lib/domain/freeze'
import { AppError } from '@/lib/errors'
import type { Work } from '@/lib/transact'

/**
 * The actor's own open swap of a published wave, for update. Whatever moves a swap comes through here, so
 * that none of it goes on while the swap is frozen.
 *
 * @throws {AppError} not_found — they have none · refused — swap_frozen
 */
export async function lockOwnSwap({ tx }: Work, actor: PersonActor): Promise<typeof swaps.$inferSelect> {
  const [row] = await tx
    .select({ swap: swaps })
    .from(swaps)
    .innerJoin(waves, eq(waves.id, swaps.waveId))
    .where(and(eq(swaps.personId, actor.personId), isNull(swaps.closedAt), isNotNull(waves.publishedAt)))
    .for('update', { of: swaps })
  if (!row) throw new AppError('not_found', 'not_found')
  assertNotFrozen(row.swap)
  return row.swap
}
