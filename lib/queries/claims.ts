import { gte, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { signIns } from '@/db/schema/sessions'
import { addMinutes, readClock } from '@/lib/clock'

const days = 7

/** Of the last week's sign-ins: how many, and how many came without the optional claims the proof rests on. */
export async function countSignInClaims() {
  const [row] = await db
    .select({
      count: sql<number>`count(*)::int`,
      withoutAmr: sql<number>`(count(*) filter (where cardinality(${signIns.amr}) = 0))::int`,
      // Without auth_time the sign-in is kept as of 1970: never fresh.
      withoutTime: sql<number>`(count(*) filter (where ${signIns.authenticatedAt} < '2000-01-01'))::int`,
    })
    .from(signIns)
    .where(gte(signIns.at, addMinutes(readClock(), -days * 24 * 60)))
  return row ?? { count: 0, withoutAmr: 0, withoutTime: 0 }
}
