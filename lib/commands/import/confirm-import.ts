import { and, asc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { importRows, imports } from '@/db/schema/imports'
import { windows } from '@/db/schema/waves'
import type { Actor } from '@/lib/domain/actor'
import { eligibilityProblem, planSeats, swapFacts } from '@/lib/domain/import-check'
import { assertConfirmable } from '@/lib/domain/import-end'
import { assertPlannable } from '@/lib/domain/wave'
import { freeSeats } from '@/lib/domain/window'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { isAnyOf } from '@/lib/queries/any-of'
import { type CandidateRow, listCandidates } from '@/lib/queries/candidates'
import { transact, type Work } from '@/lib/transact'
import { insertMembers } from '../wave/insert-members'
import { takeSeats } from '../window/take-seats'
import { type Import, lockImport } from './lock-import'

const Input = z.object({
  importId: z.uuid(),
  /** How many people the page said would come in; when it is no longer so, nothing happens. */
  expected: z.coerce.number().int(),
  /** Said by the planner where rows have a problem. */
  leaveOut: z.enum(['yes', '']).default(''),
  /** The window for rows that wish for none; empty: no seat yet. */
  windowId: z.union([z.literal(''), z.uuid()]).default(''),
})

type Row = typeof importRows.$inferSelect

export type Confirmed = { waveId: string; isChanged: boolean }

/**
 * A planner confirms a checked file: its people come into the wave, all in one commit. Whoever has become
 * impossible since the check turns into a row with a problem; then nobody comes in, and the page shows it.
 */
export async function confirmImport(actor: Actor, input: z.input<typeof Input>): Promise<Confirmed> {
  const { importId, expected, leaveOut, windowId } = parse(Input, input)
  return transact(actor, async (work) => {
    const { file, wave } = await lockImport(work, importId)
    work.permit('wave.plan', wave)
    assertPlannable(wave)
    assertConfirmable(file, { ...file, isLeavingOut: leaveOut === 'yes' })

    const rows = await listSoundRows(work, importId)
    const people = new Map(
      (await listCandidates(rows.flatMap(personOf), work.tx)).map((row) => [row.id, row]),
    )
    const broken = rows.filter((row) => whyNot(row, people, wave.id) !== null)
    if (broken.length > 0 || rows.length !== expected) {
      await keepProblems(work, file, broken, people)
      return { waveId: wave.id, isChanged: true }
    }

    const seats = await seatRows(work, { rows, waveId: wave.id, fallback: windowId || null })
    await insertMembers(
      work,
      wave,
      rows.map((row, index) => ({ ...newcomerOf(row, people), windowId: seats[index] ?? null })),
    )
    await end(work, file, { importedCount: rows.length, seatedCount: seats.filter(Boolean).length })
    return { waveId: wave.id, isChanged: false }
  })
}

async function listSoundRows({ tx }: Work, importId: string): Promise<Row[]> {
  return tx
    .select()
    .from(importRows)
    .where(and(eq(importRows.importId, importId), eq(importRows.hasProblem, false)))
    .orderBy(asc(importRows.line))
}

function personOf({ personId }: Row): string[] {
  return personId ? [personId] : []
}

function whyNot(row: Row, people: ReadonlyMap<string, CandidateRow>, waveId: string) {
  const person = people.get(row.personId ?? '')
  return person ? eligibilityProblem(person, waveId) : 'import_person_unknown'
}

async function keepProblems(
  { tx, record }: Work,
  file: Import,
  broken: readonly Row[],
  people: ReadonlyMap<string, CandidateRow>,
): Promise<void> {
  for (const [code, ids] of Map.groupBy(broken, (row) => whyNot(row, people, file.waveId))) {
    const added = JSON.stringify([{ code, column: 'userPrincipalName' }])
    await tx
      .update(importRows)
      .set({ hasProblem: true, problems: sql`${importRows.problems} || ${added}::jsonb` })
      .where(
        isAnyOf(
          importRows.id,
          ids.map(({ id }) => id),
          'uuid',
        ),
      )
  }
  const problemCount = file.problemCount + broken.length
  await tx.update(imports).set({ problemCount }).where(eq(imports.id, file.id))
  record(
    'import.checked',
    { kind: 'import', id: file.id },
    { detail: { wave: file.waveId, rows: file.rowCount, problems: problemCount, again: true } },
  )
}

type Seating = { rows: readonly Row[]; waveId: string; fallback: string | null }

/** Takes the seats that the rows wish for, as far as they reach; the window of each row, or none. */
async function seatRows(work: Work, { rows, waveId, fallback }: Seating): Promise<(string | null)[]> {
  const all = await work.tx
    .select()
    .from(windows)
    .where(eq(windows.waveId, waveId))
    .orderBy(asc(windows.id))
    .for('update')
  if (fallback && !all.some(({ id }) => id === fallback)) {
    throw new AppError('invalid', 'invalid_input', { fields: { windowId: 'window_unknown' } })
  }
  const open = all.filter(({ endsAt }) => endsAt > work.now)
  const free = new Map(open.map((window) => [window.id, freeSeats(window)]))
  const { seats, taken } = planSeats(rows, free, fallback)
  for (const window of open) {
    const count = taken.get(window.id)
    if (count) await takeSeats(work, window, count)
  }
  return seats
}

function newcomerOf(row: Row, people: ReadonlyMap<string, CandidateRow>) {
  const person = people.get(row.personId ?? '')
  if (!person) throw new Error('a sound row must have its person')
  return { personId: person.id, entraId: person.entraId, delegateId: row.delegateId, ...swapFacts(row.cells) }
}

async function end(
  { tx, now, record }: Work,
  file: Import,
  counts: { importedCount: number; seatedCount: number },
): Promise<void> {
  await tx.delete(importRows).where(eq(importRows.importId, file.id))
  await tx
    .update(imports)
    .set({ state: 'confirmed', endedAt: now, ...counts })
    .where(eq(imports.id, file.id))
  record(
    'import.confirmed',
    { kind: 'import', id: file.id },
    {
      detail: {
        wave: file.waveId,
        sha256: file.sha256,
        people: counts.importedCount,
        seated: counts.seatedCount,
        left_out: file.problemCount,
      },
    },
  )
}
