import { and, asc, eq, isNotNull, isNull, or } from 'drizzle-orm'
import { db } from '@/db/client'
import { cases } from '@/db/schema/desk'
import type { PersonActor } from '@/lib/domain/actor'
import { caseName } from '@/lib/domain/case'
import { requireDeskStaff } from './desk-staff'

/** What the desk must not miss, whatever page is open. */
export type UrgentView = {
  /** Changes whenever anything here does. */
  version: string
  /** Urgent cases that nobody has, or the actor has: the longest urgent first, 20 at most. */
  cases: { id: string; name: string; isYours: boolean }[]
}

/** @throws {AppError} not_found — for the desk only */
export async function getUrgent(actor: PersonActor): Promise<UrgentView> {
  requireDeskStaff(actor)
  const rows = await db
    .select({ id: cases.id, number: cases.number, agentId: cases.agentId })
    .from(cases)
    .where(
      and(
        isNull(cases.closedAt),
        isNotNull(cases.urgentAt),
        or(isNull(cases.agentId), eq(cases.agentId, actor.personId)),
      ),
    )
    .orderBy(asc(cases.urgentAt), asc(cases.id))
    .limit(20)
  const found = rows.map(({ id, number, agentId }) => ({
    id,
    name: caseName(number),
    isYours: agentId !== null,
  }))
  return { version: found.map(({ name, isYours }) => `${name}${isYours ? '*' : ''}`).join(' '), cases: found }
}
