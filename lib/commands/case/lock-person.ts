import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { people } from '@/db/schema/people'
import type { PersonActor } from '@/lib/domain/actor'
import { isDeskStaff } from '@/lib/domain/case'
import { AppError } from '@/lib/errors'

/**
 * Somebody of the directory, held until the commit, so that two cases for one person wait for each other.
 *
 * @throws {AppError} not_found — absent, or not theirs to see
 */
export async function lockPerson(
  tx: Tx,
  actor: PersonActor,
  personId: string,
): Promise<typeof people.$inferSelect> {
  if (personId !== actor.personId && !isDeskStaff(actor)) throw new AppError('not_found', 'not_found')
  const [person] = await tx.select().from(people).where(eq(people.id, personId)).for('update')
  if (!person) throw new AppError('not_found', 'not_found')
  return person
}
