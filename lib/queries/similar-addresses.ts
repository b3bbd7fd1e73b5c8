import { sql } from 'drizzle-orm'
import { type Database, db, type Tx } from '@/db/client'

/** Looking for one takes up to a tenth of a second among 500,000 people. */
const addressesMax = 40

/**
 * Address → the address in the directory that looks most like it before the @, where one does. Of a longer
 * list only the first 40 are looked for.
 */
export async function listSimilarAddresses(
  addresses: readonly string[],
  reader: Database | Tx = db,
): Promise<Map<string, string>> {
  const some = addresses.slice(0, addressesMax)
  if (some.length === 0) return new Map()
  const rows = await reader.execute<{ typed: string; alike: string }>(sql`
    select typed, alike from unnest(${sql.param([...some])}::text[]) as typed
    cross join lateral (
      select user_principal_name as alike from people
      where lower(split_part(user_principal_name, '@', 1)) % split_part(typed, '@', 1)
        and left_at is null
      order by similarity(lower(split_part(user_principal_name, '@', 1)), split_part(typed, '@', 1)) desc, id
      limit 1) as nearest`)
  return new Map(rows.map(({ typed, alike }) => [typed, alike]))
}
