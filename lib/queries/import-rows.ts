import { and, asc, eq, gt, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { importRows, imports } from '@/db/schema/imports'
import { people } from '@/db/schema/people'
import type { Actor } from '@/lib/domain/actor'
import { byteOrderMark, csvLine } from '@/lib/domain/csv-line'
import {
  type ImportColumn,
  importColumns,
  type RowProblem,
  type RowProblemCode,
  rowProblemCodes,
} from '@/lib/domain/import'
import { AppError } from '@/lib/errors'
import { parseId } from '@/lib/parse'
import { decodeCursor, encodeCursor } from './cursor'
import { requirePlanReader } from './plan-room'

export type ImportRowView = {
  id: string
  line: number
  cells: Partial<Record<ImportColumn, string>>
  personName: string | null
  personId: string | null
  isPrivileged: boolean
  problems: RowProblem[]
}

export type ImportRowFilter = { show: 'problems' | 'sound' | null; problem: RowProblemCode | null }

export type ImportRowPage = { rows: ImportRowView[]; next: string | null }

const pageSize = 50

/** The filter that an import's address asks for. */
export function readRowFilter(params: Record<string, string | string[] | undefined>): ImportRowFilter {
  return {
    show: params.show === 'problems' || params.show === 'sound' ? params.show : null,
    problem: rowProblemCodes.find((code) => code === params.problem) ?? null,
  }
}

/**
 * Rows of a checked file, those with a problem first, then by line, 50 to a page.
 *
 * @throws {AppError} not_found — not for this role
 */
export async function listImportRows(
  actor: Actor,
  importId: string,
  filter: ImportRowFilter,
  after?: string | null,
): Promise<ImportRowPage> {
  requirePlanReader(actor)
  const place = decodeCursor(after, 2)
  const rows = await selectRows(parseId(importId), filter, place)
  const shown = rows.slice(0, pageSize)
  const last = shown.at(-1)
  return {
    rows: shown,
    next:
      rows.length > pageSize && last
        ? encodeCursor([String(last.problems.length === 0), String(last.line)])
        : null,
  }
}

async function selectRows(importId: string, { show, problem }: ImportRowFilter, place: string[] | null) {
  const key = sql`((not ${importRows.hasProblem}), ${importRows.line})`
  const edge = place && sql`${key} > (${place[0] === 'true'}, ${Number.parseInt(place[1] ?? '0', 10) || 0})`
  return db
    .select({
      id: importRows.id,
      line: importRows.line,
      cells: importRows.cells,
      personName: people.displayName,
      personId: importRows.personId,
      isPrivileged: sql<boolean>`coalesce(${people.isAdmin}, false)`,
      problems: importRows.problems,
    })
    .from(importRows)
    .leftJoin(people, eq(people.id, importRows.personId))
    .where(
      and(
        eq(importRows.importId, importId),
        ...(show ? [eq(importRows.hasProblem, show === 'problems')] : []),
        ...(problem ? [sql`${importRows.problems} @> ${JSON.stringify([{ code: problem }])}::jsonb`] : []),
        edge ?? undefined,
      ),
    )
    .orderBy(sql`(not ${importRows.hasProblem})`, importRows.line)
    .limit(pageSize + 1)
}

/**
 * Rows with a problem as lines of a CSV file, by line: the columns as they came, then line, column and
 * code of every problem. Stable English headers.
 *
 * @throws {AppError} not_found — absent, or not for this role
 */
export async function getProblemRows(
  actor: Actor,
  importId: string,
  { isForExcel }: { isForExcel: boolean },
): Promise<AsyncGenerator<string>> {
  requirePlanReader(actor)
  const id = parseId(importId)
  const [file] = await db.select({ id: imports.id }).from(imports).where(eq(imports.id, id))
  if (!file) throw new AppError('not_found', 'not_found')
  return problemLines(id, isForExcel ? byteOrderMark : '')
}

async function* problemLines(importId: string, mark: string): AsyncGenerator<string> {
  yield mark + csvLine([...importColumns, 'line', 'problems', 'problemColumns'])
  for (let line = 0; ; ) {
    const rows = await db
      .select({ line: importRows.line, cells: importRows.cells, problems: importRows.problems })
      .from(importRows)
      .where(
        and(eq(importRows.importId, importId), eq(importRows.hasProblem, true), gt(importRows.line, line)),
      )
      .orderBy(asc(importRows.line))
      .limit(1_000)
    yield rows.map(problemLine).join('')
    const last = rows.at(-1)
    if (!last) return
    line = last.line
  }
}

type ProblemRow = Pick<typeof importRows.$inferSelect, 'line' | 'cells' | 'problems'>

function problemLine({ line, cells, problems }: ProblemRow): string {
  return csvLine([
    ...importColumns.map((column) => cells[column] ?? null),
    line,
    problems.map(({ code }) => code).join(' '),
    problems.map(({ column }) => column ?? '').join(' '),
  ])
}
