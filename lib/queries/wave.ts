import { and, count, desc, eq, isNotNull, isNull, max, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { imports } from '@/db/schema/imports'
import { looks } from '@/db/schema/methods'
import { people } from '@/db/schema/people'
import { swaps } from '@/db/schema/swaps'
import { waves } from '@/db/schema/waves'
import { readClock } from '@/lib/clock'
import { type Actor, is } from '@/lib/domain/actor'
import { arrivedStates, cancelRefusal, endRefusal, planRefusal, publishRefusal } from '@/lib/domain/wave'
import { AppError } from '@/lib/errors'
import type { MessageCode } from '@/lib/i18n/messages'
import { parseId } from '@/lib/parse'
import { requirePlanReader } from './plan-room'
import { countStates, listWindows, type StateCounts, type WindowView } from './waves'

export type WaveView = {
  id: string
  name: string
  state: string
  ownerName: string
  createdAt: string
  publishedAt: string | null
  endedAt: string | null
  windows: WindowView[]
  counts: StateCounts
  /** Open swaps, and how many of them have no seat in a window. */
  memberCount: number
  seatlessCount: number
  /** How far the reading of everybody's baseline is; null before the wave is published. */
  baselines: BaselinesView | null
  imports: ImportLine[]
  /** Whether the reader may change it at all; if not, there are no buttons. */
  isPlanner: boolean
  /** Why it cannot be done now; null when it can. */
  refusals: Record<'plan' | 'publish' | 'cancel' | 'end', MessageCode | null>
}

export type BaselinesView = {
  read: number
  of: number
  /** Whom Microsoft asks us to wait for, and until when at most. */
  waiting: { count: number; until: string | null }
  /** Looks that failed and are not tried again by themselves. */
  failed: number
}

export type ImportLine = {
  id: string
  fileName: string | null
  state: string
  at: string
  importedCount: number | null
}

/** A wave with everything but its people. @throws {AppError} not_found — absent, or not for this role */
export async function getWave(actor: Actor, waveId: string): Promise<WaveView> {
  requirePlanReader(actor)
  const [found] = await db
    .select({ wave: waves, ownerName: people.displayName })
    .from(waves)
    .innerJoin(people, eq(people.id, waves.ownerId))
    .where(eq(waves.id, parseId(waveId)))
  if (!found) throw new AppError('not_found', 'not_found')
  const { wave, ownerName } = found
  const [windows, states, members, baselines, lines] = await Promise.all([
    listWindows(wave.id, readClock()),
    countStates([wave.id]),
    countMembers(wave.id),
    wave.publishedAt ? readBaselines(wave.id) : null,
    listImportLines(wave.id),
  ])
  const counts = states.get(wave.id) ?? {}
  const arrivedCount = arrivedStates.reduce((sum, state) => sum + (counts[state] ?? 0), 0)

  return {
    id: wave.id,
    name: wave.name,
    state: wave.state,
    ownerName,
    createdAt: wave.createdAt.toISOString(),
    publishedAt: wave.publishedAt?.toISOString() ?? null,
    endedAt: wave.endedAt?.toISOString() ?? null,
    windows,
    counts,
    ...members,
    baselines,
    imports: lines,
    isPlanner: is(actor, 'planner'),
    refusals: {
      plan: planRefusal(wave),
      publish: publishRefusal(wave, { memberCount: members.memberCount, windowCount: windows.length }),
      cancel: cancelRefusal(wave),
      end: endRefusal(wave, { underWayCount: members.memberCount - arrivedCount }),
    },
  }
}

async function countMembers(waveId: string) {
  const [row] = await db
    .select({
      memberCount: count(),
      seatlessCount: sql<number>`(count(*) filter (where ${swaps.windowId} is null))::int`,
    })
    .from(swaps)
    .where(and(eq(swaps.waveId, waveId), isNull(swaps.closedAt)))
  return row ?? { memberCount: 0, seatlessCount: 0 }
}

async function readBaselines(waveId: string): Promise<BaselinesView> {
  const isFailed = and(isNull(swaps.baselineId), isNotNull(looks.failure))
  const [row] = await db
    .select({
      of: count(),
      read: count(swaps.baselineId),
      waiting: sql<number>`(count(*) filter (where ${isFailed} and ${looks.retryAt} is not null))::int`,
      failed: sql<number>`(count(*) filter (where ${isFailed} and ${looks.retryAt} is null))::int`,
      until: max(looks.retryAt),
    })
    .from(swaps)
    .leftJoin(looks, eq(looks.personId, swaps.personId))
    .where(and(eq(swaps.waveId, waveId), isNull(swaps.closedAt)))
  if (!row) throw new Error('an aggregate must have a row')
  const { of, read, waiting, failed, until } = row
  return { of, read, failed, waiting: { count: waiting, until: until?.toISOString() ?? null } }
}

/** The last five files given for the wave. */
async function listImportLines(waveId: string): Promise<ImportLine[]> {
  const rows = await db
    .select({
      id: imports.id,
      fileName: imports.fileName,
      state: imports.state,
      at: imports.at,
      importedCount: imports.importedCount,
    })
    .from(imports)
    .where(eq(imports.waveId, waveId))
    .orderBy(desc(imports.at))
    .limit(5)
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

/** A wave whose people the reader may change now. @throws {AppError} not_found — absent, over, or not theirs to change */
export async function getPlannableWave(actor: Actor, waveId: string): Promise<WaveView> {
  const wave = await getWave(actor, waveId)
  if (!wave.isPlanner || wave.refusals.plan) throw new AppError('not_found', 'not_found')
  return wave
}
