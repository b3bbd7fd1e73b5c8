import { and, eq, lte, sql } from 'drizzle-orm'
import { windows } from '@/db/schema/waves'
import { assertSeats } from '@/lib/domain/window'
import { AppError } from '@/lib/errors'
import type { Work } from '@/lib/transact'

export type Window = typeof windows.$inferSelect

/** @throws {AppError} invalid — the wave has no such window */
export async function lockWindow({ tx }: Work, waveId: string, windowId: string): Promise<Window> {
  const [window] = await tx
    .select()
    .from(windows)
    .where(and(eq(windows.id, windowId), eq(windows.waveId, waveId)))
    .for('update')
  if (window) return window
  throw new AppError('invalid', 'invalid_input', { fields: { windowId: 'window_unknown' } })
}

/**
 * Takes so many seats of a locked window, all or none.
 *
 * @throws {AppError} refused — they do not fit; says how many would
 */
export async function takeSeats({ tx, now }: Work, window: Window, count: number): Promise<void> {
  assertSeats(window, count, now)
  const taken = await tx
    .update(windows)
    .set({ booked: sql`${windows.booked} + ${count}` })
    .where(and(eq(windows.id, window.id), lte(sql`${windows.booked} + ${count}`, windows.capacity)))
    .returning({ id: windows.id })
  if (taken.length === 0) throw new Error('a locked window must not fill up meanwhile')
}

/** Gives seats back, window by window. */
export async function freeSeatsOf(
  { tx }: Work,
  swaps: readonly { windowId: string | null }[],
): Promise<void> {
  const counts = new Map<string, number>()
  for (const { windowId } of swaps) if (windowId) counts.set(windowId, (counts.get(windowId) ?? 0) + 1)
  // In the order of ids, so that two who free seats of the same windows never wait for each other in a ring.
  for (const [windowId, count] of [...counts].sort()) {
    await tx
      .update(windows)
      .set({ booked: sql`${windows.booked} - ${count}` })
      .where(eq(windows.id, windowId))
  }
}
