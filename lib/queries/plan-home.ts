import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { waves, windows } from '@/db/schema/waves'
import { readClock } from '@/lib/clock'
import { type Actor, is } from '@/lib/domain/actor'
import { listStuck, type MemberRow } from './members'
import { requirePlanReader } from './plan-room'
import { countStates, type StateCounts, type WindowView, windowView } from './waves'

export type HomeView = {
  /** Windows whose own calendar says today, earliest first. */
  today: (WindowView & { waveId: string; waveName: string })[]
  /** Drafts and running waves, newest first, 10 at most. */
  waves: { id: string; name: string; state: string; counts: StateCounts }[]
  stuck: MemberRow[]
  isPlanner: boolean
}

/** What a planner sees first. @throws {AppError} not_found — not for this role */
export async function getPlanHome(actor: Actor): Promise<HomeView> {
  requirePlanReader(actor)
  const [today, current, stuck] = await Promise.all([listToday(), listCurrent(), listStuck(actor)])
  return { today, waves: current, stuck, isPlanner: is(actor, 'planner') }
}

async function listToday(): Promise<HomeView['today']> {
  const now = readClock()
  const at = sql`${now.toISOString()}::timestamptz`
  const rows = await db
    .select({ window: windows, waveName: waves.name })
    .from(windows)
    .innerJoin(waves, eq(waves.id, windows.waveId))
    .where(
      and(
        eq(waves.state, 'running'),
        // An index first; then what the wall clock at the window's own place says.
        sql`${windows.endsAt} between ${at} - interval '2 days' and ${at} + interval '2 days'`,
        sql`(${windows.startsAt} at time zone ${windows.timeZone})::date = (${at} at time zone ${windows.timeZone})::date`,
      ),
    )
    .orderBy(asc(windows.startsAt), asc(windows.id))
  return rows.map(({ window, waveName }) => ({
    ...windowView(window, now),
    waveId: window.waveId,
    waveName,
  }))
}

async function listCurrent(): Promise<HomeView['waves']> {
  const rows = await db
    .select({ id: waves.id, name: waves.name, state: waves.state })
    .from(waves)
    .where(inArray(waves.state, ['draft', 'running']))
    .orderBy(sql`${waves.createdAt} desc`, sql`${waves.id} desc`)
    .limit(10)
  const counts = await countStates(rows.map(({ id }) => id))
  return rows.map((row) => ({ ...row, counts: counts.get(row.id) ?? {} }))
}
