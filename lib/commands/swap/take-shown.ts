import { and, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { swapEvidence, type swaps } from '@/db/schema/swaps'
import { readGate } from '@/lib/domain/gate'
import { currentStep, steps } from '@/lib/domain/step'
import { AppError } from '@/lib/errors'
import { findEditionById } from '@/lib/guides/find-edition'
import { parse } from '@/lib/parse'
import { readEvidence } from '@/lib/queries/evidence'
import { readSaid } from '@/lib/queries/said'
import type { Work } from '@/lib/transact'

/** What a form says of the page it was on; what else is in it is not looked at. Absent where nothing was shown. */
export const Shown = z.object({
  shownStep: z.enum(steps).optional(),
  shownEdition: z.string().max(60).optional(),
  shownNote: z.coerce.number().int().min(0).max(100_000).default(0),
})

type Swap = Pick<typeof swaps.$inferSelect, 'id'> & typeof swaps.$inferSelect
type Move = { swap: Swap; oid: string }

/**
 * Takes a form for what it is: refuses one of a step that is not the current one any more, and keeps once which
 * text the person had before them.
 *
 * @throws {AppError} refused — step_moved: the move went on in another tab or on another device
 */
export async function takeShown(work: Work, { swap, oid }: Move, input: unknown): Promise<void> {
  const { shownStep, shownEdition, shownNote } = parse(Shown, input)
  if (shownStep && shownStep !== (await stepOf(work, swap))) throw new AppError('refused', 'step_moved')
  if (shownEdition) await keepEdition(work, { swap, oid }, { id: shownEdition, note: shownNote })
}

async function stepOf({ tx, now }: Work, swap: Swap) {
  const evidence = await readEvidence(tx, swap, now)
  return currentStep(await readSaid(swap, tx), readGate(evidence), evidence)
}

/** Whether there was something to keep. @throws {AppError} not_found — there never was such an edition */
export async function keepEdition(
  { tx, now, record }: Work,
  { swap, oid }: Move,
  { id, note }: { id: string; note: number },
): Promise<boolean> {
  const edition = findEditionById(id)
  if (!edition) throw new AppError('not_found', 'not_found')
  const detail = { step: edition.step, edition: id, note: String(note) }
  const [known] = await tx
    .select({ id: swapEvidence.id })
    .from(swapEvidence)
    .where(
      and(
        eq(swapEvidence.swapId, swap.id),
        eq(swapEvidence.kind, 'edition_shown'),
        sql`${swapEvidence.detail} ->> 'edition' = ${id}`,
        sql`${swapEvidence.detail} ->> 'note' = ${detail.note}`,
      ),
    )
  if (known) return false
  await tx.insert(swapEvidence).values({ swapId: swap.id, kind: 'edition_shown', at: now, detail })
  record('swap.edition_shown', { kind: 'swap', id: swap.id, oid }, { detail })
  return true
}
