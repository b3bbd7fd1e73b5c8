import { eq, sql } from 'drizzle-orm'
import { guideNotes } from '@/db/schema/guides'
import type { Work } from '@/lib/transact'

type Note = typeof guideNotes.$inferSelect

/** The note of a step, or null before the first. No row may exist yet, so a lock of its own stands in: two Owners at once take turns. */
export async function lockNote({ tx }: Work, step: string): Promise<Note | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(7414)`)
  const [note] = await tx.select().from(guideNotes).where(eq(guideNotes.step, step))
  return note ?? null
}
