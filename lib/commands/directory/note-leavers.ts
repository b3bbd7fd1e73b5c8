import { and, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { people } from '@/db/schema/people'
import { syncLeavers } from '@/db/schema/sync'
import type { Cursor } from './lock-run'
import { isOneOf } from './write-people'

/** Notes whom the directory says it no longer has. */
export async function noteLeaving(tx: Tx, entraIds: readonly string[], now: Date): Promise<void> {
  if (entraIds.length === 0) return
  const gone = tx
    .select({ personId: people.id, at: sql<Date>`${now.toISOString()}::timestamptz`.as('at') })
    .from(people)
    .where(and(isOneOf(people.entraId, entraIds), isNull(people.leftAt)))
  await tx.insert(syncLeavers).select(gone).onConflictDoNothing()
}

/** Notes everybody whom no page showed since the reading of everybody began. */
export async function noteUnseen(tx: Tx, { listingAt }: Cursor, now: Date): Promise<void> {
  if (!listingAt) throw new Error('a reading of everybody must know when it began')
  const unseen = tx
    .select({ personId: people.id, at: sql<Date>`${now.toISOString()}::timestamptz`.as('at') })
    .from(people)
    .where(and(isNull(people.leftAt), lt(people.seenAt, listingAt)))
  await tx.insert(syncLeavers).select(unseen).onConflictDoNothing()
}

/** Who is shown again has not left. */
export async function forgetLeaving(tx: Tx, entraIds: readonly string[]): Promise<void> {
  if (entraIds.length === 0) return
  const shown = tx.select({ id: people.id }).from(people).where(isOneOf(people.entraId, entraIds))
  await tx.delete(syncLeavers).where(inArray(syncLeavers.personId, shown))
}

/** How many would leave, of how many who are there. */
export async function countLeavers(tx: Tx): Promise<{ leaverCount: number; presentCount: number }> {
  const leaverCount = await tx.$count(syncLeavers)
  const presentCount = await tx.$count(people, isNull(people.leftAt))
  return { leaverCount, presentCount }
}

/** Marks everybody noted as gone. Returns how many. */
export async function letGo(tx: Tx, now: Date): Promise<number> {
  const noted = tx.select({ id: syncLeavers.personId }).from(syncLeavers)
  const gone = await tx
    .update(people)
    .set({ leftAt: now })
    .where(and(inArray(people.id, noted), isNull(people.leftAt)))
    .returning({ id: people.id })
  await tx.delete(syncLeavers)
  return gone.length
}
