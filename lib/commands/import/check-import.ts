import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '@/db/id'
import { importRows, imports } from '@/db/schema/imports'
import { windows } from '@/db/schema/waves'
import type { PersonActor } from '@/lib/domain/actor'
import { chunksOf } from '@/lib/domain/chunks'
import { type ImportRow, type ImportSheet, importBytesMax, importRowsMax } from '@/lib/domain/import'
import { type CheckedRow, checkRows } from '@/lib/domain/import-check'
import { rowsOfPasted } from '@/lib/domain/pasted'
import { assertPlannable } from '@/lib/domain/wave'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { listCandidatesByAddress } from '@/lib/queries/candidates'
import { listSimilarAddresses } from '@/lib/queries/similar-addresses'
import { transact, type Work } from '@/lib/transact'
import { lockWave } from '../wave/lock-wave'
import { readFile } from './read-file'

const FileInput = z.object({
  waveId: z.uuid(),
  fileName: z.string().max(255),
  bytes: z.instanceof(Uint8Array).refine(({ length }) => length <= importBytesMax, 'import_too_large'),
})

const PastedInput = z.object({
  waveId: z.uuid(),
  addresses: z.string().trim().min(1, 'field_required').max(500_000, 'field_too_long'),
})

/** Where to find what was found; `isAgain`: the same file was checked before and not yet decided on. */
type Place = { waveId: string; importId: string; isAgain: boolean }

/** A planner gives a file of people: every row is checked and kept, and nobody comes into the wave yet. */
export async function checkFile(actor: PersonActor, input: z.input<typeof FileInput>): Promise<Place> {
  const { waveId, fileName, bytes } = parse(FileInput, input)
  return checkSheet(actor, { waveId, fileName, bytes, sheet: readFile(bytes) })
}

/** The same for a list of addresses pasted into the page. */
export async function checkPasted(actor: PersonActor, input: z.input<typeof PastedInput>): Promise<Place> {
  const { waveId, addresses } = parse(PastedInput, input)
  const rows = rowsOfPasted(addresses)
  if (rows.length > importRowsMax) {
    throw new AppError('invalid', 'invalid_input', { fields: { addresses: 'import_too_many_rows' } })
  }
  const sheet: ImportSheet = { ok: true, rows, unusedColumns: [] }
  return checkSheet(actor, { waveId, fileName: null, bytes: Buffer.from(addresses), sheet })
}

type Given = { waveId: string; fileName: string | null; bytes: Uint8Array; sheet: ImportSheet }

function checkSheet(actor: PersonActor, { waveId, fileName, bytes, sheet }: Given): Promise<Place> {
  return transact(actor, async (work) => {
    const wave = await lockWave(work, waveId)
    work.permit('wave.plan', wave)
    assertPlannable(wave)

    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const open = await findOpen(work, waveId, sha256)
    if (open) {
      work.unchanged()
      return { waveId, importId: open, isAgain: true }
    }
    const row = { waveId, byId: actor.personId, fileName, byteCount: bytes.length, sha256, at: work.now }
    return { waveId, importId: await keep(work, row, sheet), isAgain: false }
  })
}

/** The same file, checked before and not yet decided on. */
async function findOpen({ tx }: Work, waveId: string, sha256: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: imports.id })
    .from(imports)
    .where(and(eq(imports.waveId, waveId), eq(imports.sha256, sha256), eq(imports.state, 'checked')))
  return row?.id ?? null
}

type Kept = Omit<typeof imports.$inferInsert, 'state'>

async function keep(work: Work, row: Kept, sheet: ImportSheet): Promise<string> {
  const id = newId()
  const target = { kind: 'import', id }
  const file = { wave: row.waveId, sha256: row.sha256, bytes: row.byteCount }
  const personal = { file: row.fileName ?? null }
  if (!sheet.ok) {
    const { problem } = sheet
    await work.tx
      .insert(imports)
      .values({ ...row, id, state: 'refused', fileProblem: problem, endedAt: work.now })
    work.record('import.refused', target, {
      outcome: 'refused',
      detail: { ...file, problem: problem.code, line: problem.line },
      personal,
    })
    return id
  }
  const checked = await check(work, row.waveId, sheet.rows)
  const problemCount = checked.filter(({ problems }) => problems.length > 0).length
  const { unusedColumns } = sheet
  await work.tx
    .insert(imports)
    .values({ ...row, id, state: 'checked', unusedColumns, rowCount: checked.length, problemCount })
  await insertRows(work, id, checked)
  work.record('import.checked', target, {
    detail: { ...file, rows: checked.length, problems: problemCount },
    personal,
  })
  return id
}

async function check({ tx }: Work, waveId: string, rows: readonly ImportRow[]): Promise<CheckedRow[]> {
  const addresses = rows.flatMap(({ cells }) => [cells.userPrincipalName ?? '', cells.delegateUpn ?? ''])
  const wanted = [...new Set(addresses.map((address) => address.toLowerCase()))]
  // An address may have belonged to somebody who has left; whoever has it now comes last and counts.
  const people = (await listCandidatesByAddress(wanted, tx)).sort(
    (a, b) => Number(!a.leftAt) - Number(!b.leftAt),
  )
  const checked = checkRows(rows, {
    waveId,
    people: new Map(people.map((person) => [person.userPrincipalName.toLowerCase(), person])),
    windows: await tx.select().from(windows).where(eq(windows.waveId, waveId)).orderBy(windows.startsAt),
  })
  return suggest(checked, await listSimilarAddresses(unknownAddresses(checked), tx))
}

function unknownAddresses(rows: readonly CheckedRow[]): string[] {
  return rows.flatMap(({ cells, problems }) =>
    problems.some(({ code }) => code === 'import_person_unknown') && cells.userPrincipalName
      ? [cells.userPrincipalName.toLowerCase()]
      : [],
  )
}

/** Says who may be meant where nobody has the address. */
function suggest(rows: readonly CheckedRow[], similar: ReadonlyMap<string, string>): CheckedRow[] {
  return rows.map((row) => {
    const suggestion = similar.get(row.cells.userPrincipalName?.toLowerCase() ?? '')
    if (!suggestion) return row
    const problems = row.problems.map((problem) =>
      problem.code === 'import_person_unknown' ? { ...problem, suggestion } : problem,
    )
    return { ...row, problems }
  })
}

async function insertRows({ tx }: Work, importId: string, rows: readonly CheckedRow[]): Promise<void> {
  for (const some of chunksOf(rows, 2_000)) {
    await tx.insert(importRows).values(
      some.map(({ line, cells, personId, delegateId, windowId, problems }) => ({
        importId,
        line,
        cells,
        personId,
        delegateId,
        windowId,
        problems,
        hasProblem: problems.length > 0,
      })),
    )
  }
}
