import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema/people'
import { swaps } from '@/db/schema/swaps'
import { waves, windows } from '@/db/schema/waves'
import { readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import { type SlotView, slotView } from '@/lib/queries/booking'
import { readSettings } from '@/lib/queries/settings'

/** What the printed sheet says. Nothing on it opens a door: no method, no id, no number of the person. */
export type MySheetView = {
  name: string
  said: {
    oldPlatform: string | null
    newPlatform: string | null
    backupModel: string | null
    hasOldPhone: boolean | null
  }
  slot: SlotView | null
  deskContact: string
  now: string
}

/** The sheet of the actor's own open move; null without one. */
export async function findMySheet({ personId }: PersonActor): Promise<MySheetView | null> {
  const [row] = await db
    .select({ swap: swaps, window: windows, name: people.displayName })
    .from(swaps)
    .innerJoin(waves, eq(waves.id, swaps.waveId))
    .innerJoin(people, eq(people.id, swaps.personId))
    .leftJoin(windows, eq(windows.id, swaps.windowId))
    .where(and(eq(swaps.personId, personId), isNull(swaps.closedAt), isNotNull(waves.publishedAt)))
  if (!row) return null
  const { swap, window, name } = row
  const { oldPlatform, newPlatform, backupModel, hasOldPhone } = swap
  const { deskContact } = await readSettings()
  return {
    name,
    said: { oldPlatform, newPlatform, backupModel, hasOldPhone },
    slot: window && slotView(window),
    deskContact,
    now: readClock().toISOString(),
  }
}
