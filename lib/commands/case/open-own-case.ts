import { and, eq, isNull } from 'drizzle-orm'
import { z } from 'zod'
import { cases } from '@/db/schema/desk'
import type { PersonActor } from '@/lib/domain/actor'
import { caseName, caseReasons, urgencyOf } from '@/lib/domain/case'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { insertCase } from './insert-case'
import { lockPerson } from './lock-person'
import { raiseCase } from './raise-case'

const Input = z.object({
  problem: z.enum(caseReasons),
  /** The topic of the help that did not help, `ERR-LIMIT-5@2026-11`; empty where none was open. */
  topic: z.string().max(40).default(''),
})

/** What the person is told: what to say on the phone. */
export type OwnCase = { caseId: string; number: string }

/**
 * The person asks for help in one tap. The case takes along where they stand, so that nobody has to ask.
 * Safe to repeat: while a case of theirs is open, it is that one, though a stolen phone makes it urgent.
 */
export async function openOwnCase(actor: PersonActor, input: z.input<typeof Input>): Promise<OwnCase> {
  const { problem, topic } = parse(Input, input)

  return transact(actor, async (work) => {
    const { tx, permit, unchanged } = work
    const person = await lockPerson(tx, actor, actor.personId)
    permit('case.open_own', person)

    const [open] = await tx
      .select()
      .from(cases)
      .where(and(eq(cases.personId, person.id), isNull(cases.closedAt)))
      .for('update')
    if (open) {
      const why = urgencyOf(problem)
      if (!why || !(await raiseCase(work, { found: open, entraId: person.entraId, why }))) unchanged()
      return { caseId: open.id, number: caseName(open.number) }
    }
    const opened = await insertCase(work, { person, reason: problem, state: 'waiting', topic })
    return { caseId: opened.id, number: caseName(opened.number) }
  })
}
