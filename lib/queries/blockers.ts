import { and, eq, gte, isNotNull, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { cases } from '@/db/schema/desk'
import { helpLookups } from '@/db/schema/lookups'
import { people } from '@/db/schema/people'
import { addMinutes, readClock } from '@/lib/clock'
import { type Actor, is } from '@/lib/domain/actor'
import { isDeskStaff } from '@/lib/domain/case'
import { nothingFound, type TopicCode, topicIn } from '@/lib/domain/topic'
import { AppError } from '@/lib/errors'

/** One thing that stops people, counted. */
export type BlockerRow = {
  /** Null: searches that found nothing. */
  topic: TopicCode | null
  /** Searches it was the answer to. */
  week: number
  month: number
  /** People who asked the desk about it in these 30 days, and where they sit, the most first. */
  cases: number
  sites: { site: string | null; count: number }[]
  lastAt: string
}

export type BlockersView = { rows: BlockerRow[]; countedAt: string }

/**
 * Which error blocks whom, of the last 30 days: what stops most people comes first.
 *
 * @throws {AppError} not_found — for planners and the desk
 */
export async function getBlockers(actor: Actor): Promise<BlockersView> {
  if (!isDeskStaff(actor) && !is(actor, 'planner')) throw new AppError('not_found', 'not_found')
  const now = readClock()
  const since = addMinutes(now, -30 * 24 * 60)
  const lookups = await listLookups(since, addMinutes(now, -7 * 24 * 60))
  const asked = await listAsked(since)
  const codes = new Set([...lookups.keys(), ...asked.keys()])
  const rows = [...codes].flatMap((code) => rowOf(code, lookups.get(code), asked.get(code) ?? []))
  return {
    rows: rows.toSorted((a, b) => b.cases - a.cases || b.month - a.month || b.lastAt.localeCompare(a.lastAt)),
    countedAt: now.toISOString(),
  }
}

type Lookups = { week: number; month: number; lastAt: Date }
type Asked = { site: string | null; count: number; lastAt: Date }

function rowOf(code: string, lookups: Lookups | undefined, asked: readonly Asked[]): BlockerRow[] {
  const topic = topicIn(code)
  const dates = [...(lookups ? [lookups.lastAt] : []), ...asked.map(({ lastAt }) => lastAt)]
  if (!topic && code !== nothingFound) return []
  return [
    {
      topic,
      week: lookups?.week ?? 0,
      month: lookups?.month ?? 0,
      cases: asked.reduce((sum, { count }) => sum + count, 0),
      sites: asked.map(({ site, count }) => ({ site, count })).toSorted((a, b) => b.count - a.count),
      lastAt: new Date(Math.max(...dates.map((date) => date.getTime()))).toISOString(),
    },
  ]
}

async function listLookups(since: Date, weekSince: Date): Promise<Map<string, Lookups>> {
  const rows = await db
    .select({
      topic: helpLookups.topic,
      month: sql<number>`sum(${helpLookups.count})::int`,
      week: sql<number>`coalesce(sum(${helpLookups.count}) filter (where ${helpLookups.on} >= ${dayOf(weekSince)}), 0)::int`,
      lastAt: sql<string>`max(${helpLookups.lastAt})`,
    })
    .from(helpLookups)
    .where(gte(helpLookups.on, dayOf(since)))
    .groupBy(helpLookups.topic)
  return new Map(rows.map(({ topic, lastAt, ...counts }) => [topic, { ...counts, lastAt: new Date(lastAt) }]))
}

/** Of the cases people opened themselves from a topic of the help. */
async function listAsked(since: Date): Promise<Map<string, Asked[]>> {
  const topic = sql<string>`${cases.context} ->> 'topic'`
  const rows = await db
    .select({
      topic,
      site: people.site,
      count: sql<number>`count(*)::int`,
      lastAt: sql<string>`max(${cases.openedAt})`,
    })
    .from(cases)
    .innerJoin(people, eq(people.id, cases.personId))
    .where(and(gte(cases.openedAt, since), isNotNull(topic)))
    .groupBy(topic, people.site)
  return Map.groupBy(
    rows.map((row) => ({ ...row, lastAt: new Date(row.lastAt) })),
    (row) => row.topic,
  )
}

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}
