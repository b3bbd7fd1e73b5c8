import { asc, count, desc, eq, inArray, min, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema/people'
import { swaps } from '@/db/schema/swaps'
import { waves, windows } from '@/db/schema/waves'
import { type Actor, is } from '@/lib/domain/actor'
import { decodeCursor, encodeCursor } from './cursor'
import { requirePlanReader } from './plan-room'

/** How many swaps are in each state; states without any are absent. */
export type StateCounts = Record<string, number>

export type WaveRow = {
  id: string
  name: string
  state: string
  ownerName: string
  createdAt: string
  windowCount: number
  /** When its first window begins, and the wall clock it is meant in. */
  firstWindow: { startsAt: string; timeZone: string } | null
  counts: StateCounts
}

export type WavePage = { waves: WaveRow[]; next: string | null; isPlanner: boolean }

const pageSize = 50

/** Waves, newest first, 50 to a page. @throws {AppError} not_found — not for this role */
export async function listWaves(actor: Actor, after?: string | null): Promise<WavePage> {
  requirePlanReader(actor)
  const place = decodeCursor(after, 2)
  const edge = place && sql`(${waves.createdAt}, ${waves.id}) < (${place[0]}::timestamptz, ${place[1]}::uuid)`
  const rows = await db
    .select({ wave: waves, ownerName: people.displayName })
    .from(waves)
    .innerJoin(people, eq(people.id, waves.ownerId))
    .where(edge ?? undefined)
    .orderBy(desc(waves.createdAt), desc(waves.id))
    .limit(pageSize + 1)
  const shown = rows.slice(0, pageSize)
  const ids = shown.map(({ wave }) => wave.id)
  const [states, firsts] = await Promise.all([countStates(ids), listFirstWindows(ids)])
  const last = shown.at(-1)

  return {
    waves: shown.map(({ wave, ownerName }) => ({
      id: wave.id,
      name: wave.name,
      state: wave.state,
      ownerName,
      createdAt: wave.createdAt.toISOString(),
      ...(firsts.get(wave.id) ?? { windowCount: 0, firstWindow: null }),
      counts: states.get(wave.id) ?? {},
    })),
    next:
      rows.length > pageSize && last ? encodeCursor([last.wave.createdAt.toISOString(), last.wave.id]) : null,
    isPlanner: is(actor, 'planner'),
  }
}

/** Wave → how many of its swaps are in each state. */
export async function countStates(waveIds: readonly string[]): Promise<Map<string, StateCounts>> {
  const counts = new Map<string, StateCounts>()
  if (waveIds.length === 0) return counts
  const rows = await db
    .select({ waveId: swaps.waveId, state: swaps.state, count: count() })
    .from(swaps)
    .where(inArray(swaps.waveId, [...waveIds]))
    .groupBy(swaps.waveId, swaps.state)
  for (const row of rows) counts.set(row.waveId, { ...counts.get(row.waveId), [row.state]: row.count })
  return counts
}

async function listFirstWindows(waveIds: readonly string[]) {
  if (waveIds.length === 0) return new Map<string, Pick<WaveRow, 'windowCount' | 'firstWindow'>>()
  const rows = await db
    .select({
      waveId: windows.waveId,
      windowCount: count(),
      startsAt: min(windows.startsAt),
      timeZone: sql<string>`(array_agg(${windows.timeZone} order by ${windows.startsAt}))[1]`,
    })
    .from(windows)
    .where(inArray(windows.waveId, [...waveIds]))
    .groupBy(windows.waveId)
  return new Map(
    rows.map(({ waveId, windowCount, startsAt, timeZone }) => [
      waveId,
      { windowCount, firstWindow: startsAt && { startsAt: startsAt.toISOString(), timeZone } },
    ]),
  )
}

/** A wave's window as the screens show it. */
export type WindowView = {
  id: string
  name: string
  site: string
  isAtHome: boolean
  startsAt: string
  endsAt: string
  timeZone: string
  capacity: number
  booked: number
  isOver: boolean
}

/** The windows of a wave, earliest first. */
export async function listWindows(waveId: string, now: Date): Promise<WindowView[]> {
  const rows = await db
    .select()
    .from(windows)
    .where(eq(windows.waveId, waveId))
    .orderBy(asc(windows.startsAt))
  return rows.map((row) => windowView(row, now))
}

/** One window as the screens show it. */
export function windowView(row: typeof windows.$inferSelect, now: Date): WindowView {
  const { waveId: _, startsAt, endsAt, ...rest } = row
  return {
    ...rest,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    isOver: endsAt <= now,
  }
}
