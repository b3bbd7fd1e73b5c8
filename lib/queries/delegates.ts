import { and, asc, eq, isNull, ne, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema/people'
import type { PersonActor } from '@/lib/domain/actor'

/** Somebody who may be meant. */
export type DelegateView = { name: string; address: string; department: string | null }

export type DelegateSearch = {
  /** What was typed; empty before. */
  q: string
  found: DelegateView[]
  /** Whether more colleagues fit, so that more has to be typed. */
  isMore: boolean
}

const charsMin = 2
const foundMax = 8

/**
 * Who may bring the phone: colleagues of the same department or manager whose name or address has these words,
 * and anybody whose full address it is. By name, 8 at most; nothing for fewer than two letters, so that nobody
 * leafs through the directory.
 */
export async function findDelegates({ personId }: PersonActor, text: string): Promise<DelegateSearch> {
  const q = text.replaceAll('\0', '').trim().slice(0, 100)
  if (q.length < charsMin) return { q, found: [], isMore: false }
  const [me] = await db.select().from(people).where(eq(people.id, personId))
  if (!me) return { q, found: [], isMore: false }
  const rows = await db
    .select({ name: people.displayName, address: people.userPrincipalName, department: people.department })
    .from(people)
    .where(
      and(
        ne(people.id, personId),
        eq(people.userType, 'member'),
        eq(people.isEnabled, true),
        isNull(people.leftAt),
        or(hasAddress(q.toLowerCase()), and(isNear(me), hasWords(q))),
      ),
    )
    .orderBy(asc(people.displayName), asc(people.id))
    .limit(foundMax + 1)
  return { q, found: rows.slice(0, foundMax), isMore: rows.length > foundMax }
}

/** Whoever has exactly this address, lower case, to sign in with or for mail. */
export function hasAddress(address: string): SQL | undefined {
  return or(sql`lower(${people.userPrincipalName}) = ${address}`, sql`lower(${people.mail}) = ${address}`)
}

/** The same department or manager, the manager themselves, or whom one manages. */
function isNear({ id, department, managerId }: typeof people.$inferSelect): SQL | undefined {
  return or(
    eq(people.managerId, id),
    ...(department ? [eq(people.department, department)] : []),
    ...(managerId ? [eq(people.managerId, managerId), eq(people.id, managerId)] : []),
  )
}

/** In the name or in what comes before the @: departments and sites are not searched here. */
function hasWords(q: string): SQL | undefined {
  const name = sql`lower(${people.displayName} || ' ' || split_part(${people.userPrincipalName}, '@', 1))`
  const words = q.toLowerCase().split(/\s+/).filter(Boolean)
  return and(...words.map((word) => sql`${name} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`}`))
}
