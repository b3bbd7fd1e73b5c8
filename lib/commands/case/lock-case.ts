import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { cases } from '@/db/schema/desk'
import { people } from '@/db/schema/people'
import type { PersonActor } from '@/lib/domain/actor'
import { isDeskStaff } from '@/lib/domain/case'
import { AppError } from '@/lib/errors'

export type LockedCase = typeof cases.$inferSelect & { person: typeof people.$inferSelect }

/**
 * A case and its person, held until the commit. Verification and reset of one case wait for each other here.
 *
 * @throws {AppError} not_found — absent, or not theirs to see
 */
export async function lockCase(tx: Tx, actor: PersonActor, caseId: string): Promise<LockedCase> {
  if (!isDeskStaff(actor)) throw new AppError('not_found', 'not_found')
  const [row] = await tx
    .select({ found: cases, person: people })
    .from(cases)
    .innerJoin(people, eq(people.id, cases.personId))
    .where(eq(cases.id, caseId))
    .for('update', { of: cases })
  if (!row) throw new AppError('not_found', 'not_found')
  return { ...row.found, person: row.person }
}
