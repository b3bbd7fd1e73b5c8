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

/** The scopes that were missing in the latest token of each app people act with, if one came within the week. */
export async function listMissingScopes(): Promise<{ app: string; scopes: string[] }[]> {
  const since = addMinutes(readClock(), -days * 24 * 60).toISOString()
  const rows = await db.execute<{ app: string; missing: string }>(sql`
    select distinct on (app) app, missing from (
      select body::jsonb -> 'detail' ->> 'app' as app, body::jsonb -> 'detail' ->> 'missing' as missing, at, id
      from audit_events where type in ('session.started', 'session.stepped_up') and at >= ${since}
    ) as signed_in where missing is not null order by app, at desc, id desc`)
  return rows.map(({ app, missing }) => ({ app, scopes: missing.split(' ').filter(Boolean) }))
}
