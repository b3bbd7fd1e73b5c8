import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { swaps } from '@/db/schema/swaps'
import { waves } from '@/db/schema/waves'
import type { PersonActor } from '@/lib/domain/actor'
import { AppError } from '@/lib/errors'
import type { Work } from '@/lib/transact'

/** The actor's own open swap of a published wave, for update. @throws {AppError} not_found — they have none */
export async function lockOwnSwap({ tx }: Work, actor: PersonActor): Promise<typeof swaps.$inferSelect> {
  const [row] = await tx
    .select({ swap: swaps })
    .from(swaps)
    .innerJoin(waves, eq(waves.id, swaps.waveId))
    .where(and(eq(swaps.personId, actor.personId), isNull(swaps.closedAt), isNotNull(waves.publishedAt)))
    .for('update', { of: swaps })
  if (!row) throw new AppError('not_found', 'not_found')
  return row.swap
}
