import { sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { addMinutes, readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import { type Known, knownHow } from '@/lib/domain/known'
import { requireAuditor } from './audit'

/** Periods one can count over. Bounded, so that the count stays a walk along one index. */
export const countedDays = [1, 7, 30, 90, 365] as const

export type KnownCounts = {
  days: number
  /** RFC 3339, UTC; from the first instant up to, not including, the second. */
  from: string
  until: string
  total: number
  /** Every way of knowing, in the order of lib/domain/known.ts, also where there is nothing. */
  counts: { known: Known; count: number }[]
}

/**
 * How many events of the last days are known in which way.
 *
 * @param days one of `countedDays`; anything else: 30
 * @throws {AppError} not_found — only an Auditor sees the log
 */
export async function countKnown(actor: PersonActor, days: string | undefined): Promise<KnownCounts> {
  requireAuditor(actor)
  const wanted = countedDays.find((choice) => String(choice) === days) ?? 30
  const until = readClock()
  const from = addMinutes(until, -wanted * 24 * 60)
  const counts = await Promise.all(knownHow.map((known) => countOne(known, from, until)))
  return {
    days: wanted,
    from: from.toISOString(),
    until: until.toISOString(),
    total: counts.reduce((sum, { count }) => sum + count, 0),
    counts,
  }
}

async function countOne(known: Known, from: Date, until: Date) {
  const [row] = await db.execute<{ count: number }>(
    sql`select count(*)::int as count from audit_events
      where known = ${known} and at >= ${from.toISOString()} and at < ${until.toISOString()}`,
  )
  return { known, count: row?.count ?? 0 }
}
