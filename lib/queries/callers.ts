import { and, asc, eq, isNull, or, type SQL, sql } from 'drizzle-orm'
import { db } from '@/db/client'
import { cases } from '@/db/schema/desk'
import { people } from '@/db/schema/people'
import type { PersonActor } from '@/lib/domain/actor'
import { caseName, caseNumberIn } from '@/lib/domain/case'
import { requireDeskStaff } from './desk-staff'

/** Somebody who may be calling. */
export type CallerRow = {
  id: string
  name: string
  userPrincipalName: string
  department: string | null
  site: string | null
  isEnabled: boolean
  hasLeft: boolean
  openCase: { id: string; name: string } | null
}

/** How many are shown; more means that the words were too few. */
export const callersMax = 25

/**
 * People whose name, address, department or site has every typed word, or whose case or ticket it is; by name,
 * 25 at most and one more to say that there are others. Nothing typed: nobody.
 *
 * @throws {AppError} not_found — for the desk only
 */
export async function findCallers(actor: PersonActor, typed: string): Promise<CallerRow[]> {
  requireDeskStaff(actor)
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 6)
  if (words.length === 0) return []

  const rows = await db
    .select({ person: people, caseId: cases.id, number: cases.number })
    .from(people)
    .leftJoin(cases, and(eq(cases.personId, people.id), isNull(cases.closedAt)))
    .where(or(and(...words.map(hasWord)), isOfCase(typed)))
    .orderBy(asc(people.displayName), asc(people.id))
    .limit(callersMax + 1)
  return rows.map(({ person, caseId, number }) => ({
    id: person.id,
    name: person.displayName,
    userPrincipalName: person.userPrincipalName,
    department: person.department,
    site: person.site,
    isEnabled: person.isEnabled,
    hasLeft: person.leftAt !== null,
    openCase: caseId && number ? { id: caseId, name: caseName(number) } : null,
  }))
}

function hasWord(word: string): SQL {
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`
  return sql`${people.searched} like ${pattern}`
}

/** Whose case has this number, open or closed, or this ticket. */
function isOfCase(typed: string): SQL {
  const number = caseNumberIn(typed)
  const matches = number === null ? sql`false` : sql`called.number = ${number}`
  return sql`exists (select 1 from ${cases} called where called.person_id = ${people.id}
    and (${matches} or lower(called.ticket) = ${typed.trim().toLowerCase()}))`
}
