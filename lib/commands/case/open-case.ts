import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { cases } from '@/db/schema/desk'
import type { PersonActor } from '@/lib/domain/actor'
import { caseReasons } from '@/lib/domain/case'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { insertCase } from './insert-case'
import { lockPerson } from './lock-person'
import { takeReference } from './take-reference'

const Input = z.object({
  personId: z.uuid(),
  reason: z.enum(caseReasons, 'choose_one'),
  ticket: z.string().trim().max(40, 'too_long').optional(),
  /** What the caller took along from the page for the locked-out, as they said it. */
  reference: z.string().trim().max(40, 'too_long').optional(),
})

/**
 * An agent opens a case for a caller, and has it. Returns its id.
 *
 * @throws {AppError} refused — case_open_already: one open case per person; or with the reason from `linkRefusal`
 */
export async function openCase(actor: PersonActor, input: z.input<typeof Input>): Promise<string> {
  const { personId, reason, ticket, reference } = parse(Input, input)

  return transact(actor, async (work) => {
    const person = await lockPerson(work.tx, actor, personId)
    work.permit('case.open', person)
    const [open] = await work.tx
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.personId, person.id), isNull(cases.closedAt)))
    if (open) throw new AppError('refused', 'case_open_already', { detail: { caseId: open.id } })

    const opened = await insertCase(work, { person, reason, state: 'taken', agentId: actor.personId, ticket })
    if (reference)
      await takeReference(work, actor, { found: opened, entraId: person.entraId, said: reference })
    return opened.id
  })
}
