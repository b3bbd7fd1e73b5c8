import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { swapEvidence, swaps } from '@/db/schema/swaps'
import { waves } from '@/db/schema/waves'
import type { PersonActor } from '@/lib/domain/actor'

/** All that is known here of somebody's private list. */
export type MyKitView = {
  /** Whether there is a move to which "done" can be said. */
  hasMove: boolean
  /** When they said so; null before. */
  doneAt: string | null
}

/** What the actor said of their own list in their open move. */
export async function findMyKit({ personId }: PersonActor): Promise<MyKitView> {
  const rows = await db
    .select({ at: swapEvidence.at })
    .from(swaps)
    .innerJoin(waves, eq(waves.id, swaps.waveId))
    .leftJoin(swapEvidence, and(eq(swapEvidence.swapId, swaps.id), eq(swapEvidence.kind, 'kit_done')))
    .where(and(eq(swaps.personId, personId), isNull(swaps.closedAt), isNotNull(waves.publishedAt)))
    .orderBy(asc(swapEvidence.at))
    .limit(1)
  return { hasMove: rows.length > 0, doneAt: rows[0]?.at?.toISOString() ?? null }
}
