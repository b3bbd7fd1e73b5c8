import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema/people'
import { swaps } from '@/db/schema/swaps'
import { waves, windows } from '@/db/schema/waves'
import { readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import { type SlotView, slotView } from '@/lib/queries/booking'

/** Somebody's phone that the actor brings. */
export type BroughtPhone = { swapId: string; name: string; slot: SlotView }

/** Whose phones the actor brings to a slot that is not over, the next first; mostly none. */
export async function listBroughtPhones({ personId }: PersonActor): Promise<BroughtPhone[]> {
  const rows = await db
    .select({ swapId: swaps.id, name: people.displayName, window: windows })
    .from(swaps)
    .innerJoin(people, eq(people.id, swaps.personId))
    .innerJoin(waves, eq(waves.id, swaps.waveId))
    .innerJoin(windows, eq(windows.id, swaps.windowId))
    .where(
      and(
        eq(swaps.delegateId, personId),
        isNull(swaps.closedAt),
        isNotNull(waves.publishedAt),
        gt(windows.endsAt, readClock()),
      ),
    )
    .orderBy(asc(windows.startsAt), asc(swaps.id))
    .limit(20)
  return rows.map(({ swapId, name, window }) => ({ swapId, name, slot: slotView(window) }))
}
