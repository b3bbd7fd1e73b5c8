import { eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { people } from '@/db/schema/people'
import { clearances } from '@/db/schema/resets'
import type { JobActor, PersonActor } from '@/lib/domain/actor'
import { AppError } from '@/lib/errors'
import { requireDeskStaff } from './desk-staff'

/** What the worker needs to find out whether an account may be touched. */
export type ClearanceTask = {
  clearanceId: string
  isAnswered: boolean
  person: Pick<typeof people.$inferSelect, 'entraId' | 'userPrincipalName' | 'isAdmin' | 'roles'>
}

/** @throws {AppError} not_found */
export async function getClearanceTask(_actor: JobActor, clearanceId: string): Promise<ClearanceTask> {
  const [row] = await db
    .select({ clearance: clearances, person: people })
    .from(clearances)
    .innerJoin(people, eq(people.id, clearances.personId))
    .where(eq(clearances.id, clearanceId))
  if (!row) throw new AppError('not_found', 'not_found')
  const { clearance, person } = row
  return { clearanceId, isAnswered: clearance.answeredAt !== null || clearance.failure !== null, person }
}

/** How far an answer has got. @throws {AppError} not_found — absent, or not for this actor */
export async function getClearanceState(
  actor: PersonActor,
  clearanceId: string,
): Promise<{ isAnswered: boolean; failure: string | null }> {
  requireDeskStaff(actor)
  const [row] = await db
    .select({ answeredAt: clearances.answeredAt, failure: clearances.failure })
    .from(clearances)
    .where(eq(clearances.id, clearanceId))
  if (!row) throw new AppError('not_found', 'not_found')
  return { isAnswered: row.answeredAt !== null, failure: row.failure }
}
