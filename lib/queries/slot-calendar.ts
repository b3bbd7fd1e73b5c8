import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema/people'
import { swaps } from '@/db/schema/swaps'
import { waves, windows } from '@/db/schema/waves'
import { clockZoneAt, localOf, readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import type { CalendarEntry } from '@/lib/domain/calendar'
import { AppError } from '@/lib/errors'
import { readSettings } from '@/lib/queries/settings'

/** What the calendar entry of a slot is written from; its words come with the language. */
export type SlotCalendar = Pick<
  CalendarEntry,
  'uid' | 'sequence' | 'stampedAt' | 'startsAt' | 'endsAt' | 'zone'
> & {
  site: string
  isAtHome: boolean
  deskContact: string
  person: { name: string; address: string }
}

/** The slot of the actor's own open move. @throws {AppError} not_found — they have none */
export async function getMySlotCalendar(actor: PersonActor): Promise<SlotCalendar> {
  const [row] = await db
    .select({ swap: swaps, window: windows, person: people })
    .from(swaps)
    .innerJoin(waves, eq(waves.id, swaps.waveId))
    .innerJoin(windows, eq(windows.id, swaps.windowId))
    .innerJoin(people, eq(people.id, swaps.personId))
    .where(and(eq(swaps.personId, actor.personId), isNull(swaps.closedAt), isNotNull(waves.publishedAt)))
  if (!row) throw new AppError('not_found', 'not_found')
  const { deskContact } = await readSettings()
  return slotCalendarOf(row, { deskContact, now: readClock() })
}

type Row = {
  swap: Pick<typeof swaps.$inferSelect, 'id' | 'slotSequence'>
  window: typeof windows.$inferSelect
  person: typeof people.$inferSelect
}

/** One entry per swap: the same UID for ever, and a sequence that rises with each change of the slot. */
export function slotCalendarOf(
  { swap, window, person }: Row,
  { deskContact, now }: { deskContact: string; now: Date },
): SlotCalendar {
  return {
    uid: `swap-${swap.id}@passaggio`,
    sequence: swap.slotSequence,
    stampedAt: now,
    startsAt: localOf(window.startsAt, window.timeZone),
    endsAt: localOf(window.endsAt, window.timeZone),
    zone: clockZoneAt(window.startsAt, window.timeZone),
    site: window.site,
    isAtHome: window.isAtHome,
    deskContact,
    person: { name: person.displayName, address: person.mail ?? person.userPrincipalName },
  }
}
