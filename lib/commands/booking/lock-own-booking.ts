import { and, asc, eq, inArray, isNotNull, isNull } from 'drizzle-orm'
import { swaps } from '@/db/schema/swaps'
import { waves, windows } from '@/db/schema/waves'
import { lockOwnSwap } from '@/lib/commands/swap/lock-own-swap'
import type { PersonActor } from '@/lib/domain/actor'
import type { Booking } from '@/lib/domain/booking'
import { AppError } from '@/lib/errors'
import type { Work } from '@/lib/transact'

export type Window = typeof windows.$inferSelect

export type OwnBooking = {
  swap: typeof swaps.$inferSelect
  booking: Booking
  /** The window the person has a seat in, null without one. */
  current: Window | null
  /** The window they ask for, null where the wave has none of that id. */
  wanted: Window | null
}

/**
 * The actor's own open swap with its window and the one they ask for, for update. The wave comes first, as for
 * a planner, who locks it alone: so nobody waits in a ring.
 *
 * @throws {AppError} not_found — they have none
 */
export async function lockOwnBooking(
  work: Work,
  actor: PersonActor,
  wantedId: string | null = null,
): Promise<OwnBooking> {
  const waveId = await lockOwnWave(work, actor)
  const swap = await lockOwnSwap(work, actor)
  if (swap.waveId !== waveId) throw new AppError('refused', 'conflict')
  const locked = await lockWindows(work, swap, wantedId)
  const current = locked.find(({ id }) => id === swap.windowId) ?? null
  const { state, slotMoves, slotSequence } = swap
  return {
    swap,
    booking: { state, slot: current, slotMoves, slotSequence },
    current,
    wanted: locked.find(({ id }) => id === wantedId) ?? null,
  }
}

/** Shared: people of one wave do not wait for each other here, only for whoever plans it. */
async function lockOwnWave({ tx }: Work, actor: PersonActor): Promise<string> {
  const [wave] = await tx
    .select({ id: waves.id })
    .from(waves)
    .innerJoin(swaps, eq(swaps.waveId, waves.id))
    .where(and(eq(swaps.personId, actor.personId), isNull(swaps.closedAt), isNotNull(waves.publishedAt)))
    .for('share', { of: waves })
  if (!wave) throw new AppError('not_found', 'not_found')
  return wave.id
}

/** In the order of ids, so that two who change places do not wait for each other. */
async function lockWindows(
  { tx }: Work,
  { waveId, windowId }: typeof swaps.$inferSelect,
  wantedId: string | null,
): Promise<Window[]> {
  const ids = [windowId, wantedId].filter((id) => id !== null)
  if (ids.length === 0) return []
  return tx
    .select()
    .from(windows)
    .where(and(inArray(windows.id, ids), eq(windows.waveId, waveId)))
    .orderBy(asc(windows.id))
    .for('update')
}
