import { and, asc, count, desc, eq, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { importRows, imports } from '@/db/schema/imports'
import { people } from '@/db/schema/people'
import { waves, windows } from '@/db/schema/waves'
import { readClock } from '@/lib/clock'
import { type Actor, is } from '@/lib/domain/actor'
import { type FileProblem, type RowProblemCode, rowProblemCodes } from '@/lib/domain/import'
import { confirmRefusal, endImportRefusal } from '@/lib/domain/import-end'
import { freeSeats } from '@/lib/domain/window'
import { AppError } from '@/lib/errors'
import type { MessageCode } from '@/lib/i18n/messages'
import { parseId } from '@/lib/parse'
import { requirePlanReader } from './plan-room'

export type ImportView = {
  id: string
  waveId: string
  waveName: string
  fileName: string | null
  sha256: string
  byName: string
  at: string
  endedAt: string | null
  state: string
  fileProblem: FileProblem | null
  unusedColumns: string[]
  rowCount: number
  problemCount: number
  importedCount: number | null
  seatedCount: number | null
  /** When the very same file came into this wave before; null when it did not. */
  sameFileAt: string | null
  /** Problem → in how many rows. */
  problems: { code: RowProblemCode; count: number }[]
  /** Windows with how many seats sound rows wish for and how many are free. */
  windows: { id: string; name: string; free: number; wished: number; isOver: boolean }[]
  /** Sound rows whose person holds an admin role. */
  privilegedCount: number
  /** Sound rows that wish for no window. */
  wishlessCount: number
  isPlanner: boolean
  refusals: { confirm: MessageCode | null; end: MessageCode | null }
}

/** A file given for a wave, with what was found in it. @throws {AppError} not_found — absent, of another wave, or not for this role */
export async function getImport(actor: Actor, waveId: string, importId: string): Promise<ImportView> {
  requirePlanReader(actor)
  const [found] = await db
    .select({ file: imports, waveName: waves.name, byName: people.displayName })
    .from(imports)
    .innerJoin(waves, eq(waves.id, imports.waveId))
    .innerJoin(people, eq(people.id, imports.byId))
    .where(and(eq(imports.id, parseId(importId)), eq(imports.waveId, parseId(waveId))))
  if (!found) throw new AppError('not_found', 'not_found')
  const { file, waveName, byName } = found
  const [problems, privilegedCount, wishes, sameFileAt] = await Promise.all([
    countProblems(file.id),
    countPrivileged(file.id),
    countWishes(file.id, file.waveId),
    findSameFile(file),
  ])
  const { at, endedAt, byteCount: _, byId: __, ...rest } = file

  return {
    ...rest,
    waveName,
    byName,
    at: at.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    sameFileAt,
    problems,
    privilegedCount,
    ...wishes,
    isPlanner: is(actor, 'planner'),
    refusals: {
      confirm: confirmRefusal(file, { ...file, isLeavingOut: true }),
      end: endImportRefusal(file),
    },
  }
}

async function countProblems(importId: string): Promise<ImportView['problems']> {
  const rows = await db.execute<{ code: string; count: number }>(sql`
    select problem ->> 'code' as code, count(distinct ${importRows.id})::int as count
    from ${importRows}, jsonb_array_elements(${importRows.problems}) as problem
    where ${importRows.importId} = ${importId} and ${importRows.hasProblem}
    group by 1 order by 2 desc, 1`)
  return rows.flatMap(({ code, count }) => {
    const known = rowProblemCodes.find((candidate) => candidate === code)
    return known ? [{ code: known, count }] : []
  })
}

async function countPrivileged(importId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(importRows)
    .innerJoin(people, eq(people.id, importRows.personId))
    .where(and(eq(importRows.importId, importId), eq(importRows.hasProblem, false), eq(people.isAdmin, true)))
  return row?.count ?? 0
}

async function countWishes(importId: string, waveId: string) {
  const [all, wished] = await Promise.all([
    db.select().from(windows).where(eq(windows.waveId, waveId)).orderBy(asc(windows.startsAt)),
    db
      .select({ windowId: importRows.windowId, count: count() })
      .from(importRows)
      .where(and(eq(importRows.importId, importId), eq(importRows.hasProblem, false)))
      .groupBy(importRows.windowId),
  ])
  const now = readClock()
  const countOf = (windowId: string | null) => wished.find((row) => row.windowId === windowId)?.count ?? 0
  return {
    windows: all.map((window) => ({
      id: window.id,
      name: window.name,
      free: freeSeats(window),
      wished: countOf(window.id),
      isOver: window.endsAt <= now,
    })),
    wishlessCount: countOf(null),
  }
}

async function findSameFile({ waveId, sha256 }: typeof imports.$inferSelect): Promise<string | null> {
  const [row] = await db
    .select({ endedAt: imports.endedAt })
    .from(imports)
    .where(and(eq(imports.waveId, waveId), eq(imports.sha256, sha256), eq(imports.state, 'confirmed')))
    .orderBy(desc(imports.endedAt))
    .limit(1)
  return row?.endedAt?.toISOString() ?? null
}
