import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { swaps } from '@/db/schema/swaps'
import { windows } from '@/db/schema/waves'
import { makePerson, personActor } from '@/tests/support/make'
import { makeMember, makeWave, makeWindow } from '@/tests/support/make-wave'

/** A running wave with windows of so many seats each, and nobody in it. */
export async function makeOpenWave(capacities: readonly number[] = [2, 2]) {
  const wave = await makeWave({ state: 'running', publishedAt: new Date('2026-11-20T08:00:00Z') })
  const made = []
  for (const [index, capacity] of capacities.entries())
    made.push(await makeWindow(wave.id, { name: `Window ${index + 1}`, capacity }))
  return { wave, windows: made }
}

/** Somebody invited in a wave, signed in a moment ago. */
export async function makeInvited(waveId: string, wanted: Partial<typeof swaps.$inferInsert> = {}) {
  const person = await makePerson()
  const swap = await makeMember(waveId, { state: 'invited', ...wanted, personId: person.id })
  return { person, swap, actor: personActor(person) }
}

/** The swap as it stands. */
export async function swapNow(id: string) {
  const [swap] = await db.select().from(swaps).where(eq(swaps.id, id))
  return swap!
}

/** How many seats of a window are given. */
export async function bookedIn(id: string) {
  const [window] = await db.select().from(windows).where(eq(windows.id, id))
  return window!.booked
}
