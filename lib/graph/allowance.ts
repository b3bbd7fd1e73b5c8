import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { graphAllowances } from '@/db/schema/graph'
import type { GraphApp, Priority } from './access'
import { allowances, type Family } from './family'

/** One of Microsoft's limits as it holds for one app, over all processes. */
export type Limit = { app: GraphApp; family: Family }

export type Lease =
  /** How many calls may go now. */
  | { granted: number; waitMs: 0 }
  /** None; ask again after this long. */
  | { granted: 0; waitMs: number }

/** How fast the share recovers: slowly, since each try above a lowered limit costs a refused call. */
const RECOVERY = 0.002
/** What one call weighs in the share of refused ones: the last twenty or so count. */
const WEIGHT = 0.05

/**
 * Takes the allowance for up to `count` calls of `units` each out of the row all processes share.
 * Jobs leave alone what is kept for people. The clock is the database's, so that all agree.
 */
export async function leaseCalls(
  limit: Limit,
  { units, count, priority }: { units: number; count: number; priority: Priority },
): Promise<Lease> {
  const kept = priority === 'high' ? 0 : allowances[limit.family].keptForPeople
  const rows = await db.execute<{ granted: number; wait_ms: number }>(sql`
    with locked as (
      select *, clock_timestamp() as now from graph_allowances
      where app = ${limit.app} and family = ${limit.family} for update
    ), filled as (
      select *, least(burst, level + elapsed * per_second * share) as free,
        least(1, share + elapsed * ${RECOVERY}::float8) as share_now,
        least(${units}::float8, burst * (1 - ${kept}::float8)) as price, burst * ${kept}::float8 as kept
      from (select *, greatest(0, extract(epoch from now - level_at))::float8 as elapsed from locked) as aged
    ), decided as (
      select *, case when blocked_until > now then 0
        else greatest(0, least(${count}::int, floor((free - kept) / price + 1e-9)))::int end as granted
      from filled
    ), taken as (
      update graph_allowances a set level = d.free - d.granted * d.price, share = d.share_now,
        refused_share = a.refused_share * power(${1 - WEIGHT}::float8, d.granted), level_at = greatest(a.level_at, d.now)
      from decided d where a.app = d.app and a.family = d.family
    )
    select granted, ceil(1000 * case when granted > 0 then 0
      else greatest(extract(epoch from coalesce(blocked_until, now) - now)::float8,
        (price + kept - free) / (per_second * share_now)) end)::int as wait_ms
    from decided`)
  const [row] = rows
  if (!row) {
    await makeRow(limit)
    return leaseCalls(limit, { units, count, priority })
  }
  return row.granted > 0
    ? { granted: row.granted, waitMs: 0 }
    : { granted: 0, waitMs: Math.max(1, row.wait_ms) }
}

async function makeRow({ app, family }: Limit): Promise<void> {
  const { perSecond, burst } = allowances[family]
  await db
    .insert(graphAllowances)
    .values({ app, family, perSecond, burst, level: burst, levelAt: sql`clock_timestamp()` })
    .onConflictDoNothing()
}

type Complaint = {
  /** What Microsoft asked for; null when it did not say. */
  waitMs: number | null
  /** Whom the call was about; null when the limit is surely the app's own. */
  target: string | null
  /** Microsoft said that this app's limit was passed, and did not merely refuse. */
  isNamed?: boolean
}

/** Waits after complaints that say nothing: 2, 4, 8 … seconds, at most a minute. */
const BARE_WAIT_S_MAX = 60
const DARE_LESS = 0.9
const SHARE_MIN = 0.05
/** More than this part of the calls refused is no accident; soon after a lesson, half of it. */
const ACCIDENTS = 0.15

/**
 * Takes note of a 429. One person's calls being refused says nothing about the limit, since the limit of people's
 * methods is not published; a second person's, within a minute, does. A refusal now and then is waited out; only
 * where Microsoft names the limit, or refuses again and again, less is dared: once for all calls of one moment.
 */
export async function noteComplaint({ app, family }: Limit, complaint: Complaint): Promise<void> {
  const { waitMs, target, isNamed = false } = complaint
  const isOneOff = sql`(${target}::text is not null and (throttled_target = ${target}::text
    or throttled_at is null or throttled_at < clock_timestamp() - interval '1 minute'))`
  const isTooMuch = sql`(not ${isOneOff} and (${isNamed} or refused_share > ${ACCIDENTS}::float8 * case when share < 1 then 0.5 else 1 end))`
  const isLesson = sql`(${isTooMuch} and coalesce(cut_at < clock_timestamp() - interval '1 second', true))`
  const bare = sql`least(${BARE_WAIT_S_MAX}::float8, power(2, bare_count + 1))`
  const seconds = waitMs === null ? bare : sql`${waitMs / 1000}::float8`
  complainedAbout.add(`${app} ${family}`)
  await db.execute(sql`
    update graph_allowances set
      blocked_until = case when ${isOneOff} then blocked_until
        else greatest(blocked_until, clock_timestamp() + ${seconds} * interval '1 second') end,
      refused_share = case when ${isOneOff} then refused_share when ${isLesson} then 0
        else refused_share + ${WEIGHT}::float8 end,
      share = case when ${isLesson} then greatest(${SHARE_MIN}::float8,
        share * greatest(0.5, least(${DARE_LESS}::float8, 1 - refused_share))) else share end,
      cut_at = case when ${isLesson} then clock_timestamp() else cut_at end,
      level = case when ${isTooMuch} then 0 else level end,
      bare_count = ${waitMs === null ? sql`least(bare_count + 1, 8)` : sql`0`},
      throttled_at = clock_timestamp(), throttled_target = ${target}::text
    where app = ${app} and family = ${family}`)
}

/** Slows down a little when Microsoft says that the limit is being passed, before it refuses. */
export async function notePressure({ app, family }: Limit): Promise<void> {
  await db.execute(sql`
    update graph_allowances set share = greatest(${SHARE_MIN}::float8, share * 0.9)
    where app = ${app} and family = ${family}`)
}

/** Limits this process heard complaints about, so that a good answer costs a statement only after one. */
const complainedAbout = new Set<string>()

/** Forgets the complaints that did not say how long to wait, once a call went well again. */
export async function noteRelief({ app, family }: Limit): Promise<void> {
  if (!complainedAbout.delete(`${app} ${family}`)) return
  await db.execute(sql`
    update graph_allowances set bare_count = 0 where app = ${app} and family = ${family} and bare_count > 0`)
}
