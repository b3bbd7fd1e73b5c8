import { eq } from 'drizzle-orm'
import { type Database, db, type Tx } from '@/db/client'
import { guideNotes } from '@/db/schema/guides'
import { people } from '@/db/schema/people'
import { readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import { judge } from '@/lib/domain/permissions'
import { requireOwner } from './roles'

/** What the organisation adds to a step, as everybody reads it. */
export type NoteView = { en: string; it: string; revision: number }

/** The organisation's own words at a step, or null where there are none. For every employee. */
export async function findNote(step: string, reader: Database | Tx = db): Promise<NoteView | null> {
  const [note] = await reader.select().from(guideNotes).where(eq(guideNotes.step, step))
  return note?.en ? { en: note.en, it: note.it, revision: note.revision } : null
}

/** A note as the Owner's page shows it. */
export type OwnedNote = NoteView & { step: string; editions: string[]; by: string; at: string }

export type NotesView = {
  notes: OwnedNote[]
  /** Today, as the editions count. */
  day: string
  /** Why nothing can be written now; null when it can. */
  refusal: 'step_up_needed' | null
}

/** Every note there ever was, emptied ones too. @throws {AppError} not_found — for Owners only */
export async function getNotes(actor: PersonActor): Promise<NotesView> {
  requireOwner(actor)
  const now = readClock()
  const rows = await db
    .select({ note: guideNotes, by: people.displayName })
    .from(guideNotes)
    .innerJoin(people, eq(people.id, guideNotes.changedById))
  return {
    notes: rows.map(({ note: { step, en, it, revision, editions, changedAt }, by }) => ({
      ...{ step, en, it, revision, editions },
      by,
      at: changedAt.toISOString(),
    })),
    day: now.toISOString().slice(0, 10),
    refusal: judge(actor, now, 'guide.write_note') === 'allowed' ? null : 'step_up_needed',
  }
}
