import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { guideNotes } from '@/db/schema/guides'
import { lockNote } from '@/lib/commands/guide/lock-note'
import type { PersonActor } from '@/lib/domain/actor'
import { guideSteps } from '@/lib/domain/guide-note'
import { AppError } from '@/lib/errors'
import { listEditionsOf } from '@/lib/guides/find-edition'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

const Input = z.object({
  step: z.enum(guideSteps),
  /** The editions the Owner compared the note with. */
  editions: z.string().transform((ids) => ids.split(' ').filter(Boolean)),
})

/**
 * An Owner says that the note still fits, after the text it was written against has changed.
 *
 * @throws {AppError} not_found — there is no note · refused — conflict: the editions are others again
 */
export async function confirmNote(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { step, editions } = parse(Input, input)
  await transact(actor, async (work) => {
    work.permit('guide.write_note')
    const note = await lockNote(work, step)
    if (!note) throw new AppError('not_found', 'not_found')
    const now = listEditionsOf(step, work.now.toISOString().slice(0, 10)).map(({ id }) => id)
    if (now.join(' ') !== editions.join(' ')) throw new AppError('refused', 'conflict')
    if (note.editions.join(' ') === now.join(' ')) return work.unchanged()

    await work.tx.update(guideNotes).set({ editions: now }).where(eq(guideNotes.step, step))
    work.record(
      'guide.note_confirmed',
      { kind: 'guide_note', id: step },
      { detail: { revision: note.revision, editions: now.length } },
    )
  })
}
