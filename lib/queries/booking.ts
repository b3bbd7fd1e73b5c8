import { and, asc, eq, gt, isNotNull, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { db } from '@/db/client'
import { people } from '@/db/schema/people'
import { swaps } from '@/db/schema/swaps'
import { waves, windows } from '@/db/schema/waves'
import { readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import {
  type Booking,
  type BookingContext,
  bookRefusal,
  cancelRefusal,
  changeUntil,
  chooseRefusal,
  isMove,
  movesLeft,
} from '@/lib/domain/booking'
import { freeSeats } from '@/lib/domain/window'
import { readSettings } from '@/lib/queries/settings'

/** When and where. Instants are ISO strings. */
export type SlotView = {
  windowId: string
  site: string
  isAtHome: boolean
  startsAt: string
  endsAt: string
  timeZone: string
}

export type ChoiceView = SlotView & { free: number; refusal: ReturnType<typeof bookRefusal> }

/** One's own slot, and what can be done about it. */
export type BookingView = {
  swapId: string
  waveName: string
  slot: SlotView | null
  /** The slot has passed. */
  isOver: boolean
  /** Windows of the wave that are not over, besides one's own, by time. */
  choices: ChoiceView[]
  /** Whether choosing now counts as a move, and how many are left and were allowed. */
  moves: { isMove: boolean; left: number; max: number }
  /** Until when the slot can be moved or given up; null without one. */
  changeUntil: string | null
  hours: number
  /** Why nothing can be chosen, or given up, now; null when it can. */
  chooseRefusal: ReturnType<typeof chooseRefusal>
  cancelRefusal: ReturnType<typeof cancelRefusal>
  delegate: { name: string; address: string } | null
}

const delegates = alias(people, 'delegates')

/** The booking of the actor's own open move; null when none has been published for them. */
export async function findMyBooking(actor: PersonActor): Promise<BookingView | null> {
  const found = await findOwn(actor)
  if (!found) return null
  const { swap, waveName, window, delegate } = found
  const rules = await readSettings()
  const { slotMoves, slotSequence, state } = swap
  const booking: Booking = { state, slot: window, slotMoves, slotSequence }
  const context: BookingContext = { rules, now: readClock() }
  return {
    swapId: swap.id,
    waveName,
    slot: window && slotView(window),
    isOver: window !== null && window.endsAt <= context.now,
    choices: await listChoices(swap, booking, context),
    moves: { isMove: isMove(booking), left: movesLeft(booking, rules), max: rules.slotMovesMax },
    changeUntil: window && changeUntil(window, rules).toISOString(),
    hours: rules.slotMoveHours,
    chooseRefusal: chooseRefusal(booking, context),
    cancelRefusal: cancelRefusal(booking, context),
    delegate: delegate?.name ? { name: delegate.name, address: delegate.address } : null,
  }
}

async function findOwn({ personId }: PersonActor) {
  const [row] = await db
    .select({
      swap: swaps,
      waveName: waves.name,
      window: windows,
      delegate: { name: delegates.displayName, address: delegates.userPrincipalName },
    })
    .from(swaps)
    .innerJoin(waves, eq(waves.id, swaps.waveId))
    .leftJoin(windows, eq(windows.id, swaps.windowId))
    .leftJoin(delegates, eq(delegates.id, swaps.delegateId))
    .where(and(eq(swaps.personId, personId), isNull(swaps.closedAt), isNotNull(waves.publishedAt)))
  return row ?? null
}

/** A wave has as many windows as its planner made; a person looks at the next hundred. */
const choicesMax = 100

async function listChoices(
  { waveId, windowId }: typeof swaps.$inferSelect,
  booking: Booking,
  context: BookingContext,
): Promise<ChoiceView[]> {
  const rows = await db
    .select()
    .from(windows)
    .where(and(eq(windows.waveId, waveId), gt(windows.endsAt, context.now)))
    .orderBy(asc(windows.startsAt), asc(windows.id))
    .limit(choicesMax)
  return rows
    .filter(({ id }) => id !== windowId)
    .map((window) => ({
      ...slotView(window),
      free: freeSeats(window),
      refusal: bookRefusal(booking, window, context),
    }))
}

/** A window as a person who may come to it sees it. */
export function slotView(window: typeof windows.$inferSelect): SlotView {
  const { id, site, isAtHome, startsAt, endsAt, timeZone } = window
  return {
    windowId: id,
    site,
    isAtHome,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    timeZone,
  }
}
