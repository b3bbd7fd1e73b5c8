import { z } from 'zod'
import { guideNotes } from '@/db/schema/guides'
import { lockNote } from '@/lib/commands/guide/lock-note'
import type { PersonActor } from '@/lib/domain/actor'
import { guideSteps, noteLengthMax } from '@/lib/domain/guide-note'
import { AppError } from '@/lib/errors'
import { listEditionsOf } from '@/lib/guides/find-edition'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

const text = z
  .string()
  .trim()
  .transform((typed) => typed.replaceAll('\r\n', '\n'))
  .pipe(z.string().max(noteLengthMax, 'note_too_long'))

const Input = z
  .object({
    step: z.enum(guideSteps),
    en: text,
    it: text,
    /** Which text the Owner had before them. */
    revision: z.coerce.number().int().min(0),
  })
  .superRefine(({ en, it }, context) => {
    for (const [path, here, there] of [['en', en, it] as const, ['it', it, en] as const])
      if (!here && there) context.addIssue({ code: 'custom', path: [path], message: 'note_both_languages' })
  })

/**
 * An Owner adds something of the organisation's own to a step, changes it, or takes it away by leaving both
 * languages empty. The words go into the personal part of the event.
 *
 * @throws {AppError} forbidden — not an Owner, or the sign-in is too old · invalid — one language is empty, or too
 * long · refused — conflict: somebody else wrote meanwhile
 */
export async function writeNote(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { step, en, it, revision } = parse(Input, input)
  await transact(actor, async (work) => {
    work.permit('guide.write_note')
    const before = await lockNote(work, step)
    if ((before?.revision ?? 0) !== revision) throw new AppError('refused', 'conflict')
    if (en === (before?.en ?? '') && it === (before?.it ?? '')) return work.unchanged()

    const editions = listEditionsOf(step, work.now.toISOString().slice(0, 10)).map(({ id }) => id)
    const change = {
      en,
      it,
      editions,
      revision: revision + 1,
      changedAt: work.now,
      changedById: actor.personId,
    }
    await work.tx
      .insert(guideNotes)
      .values({ step, ...change })
      .onConflictDoUpdate({ target: guideNotes.step, set: change })
    work.record(
      'guide.note_written',
      { kind: 'guide_note', id: step },
      {
        detail: { revision: change.revision, isEmpty: en === '', editions: editions.length },
        personal: { en: en || null, it: it || null },
      },
    )
  })
}
