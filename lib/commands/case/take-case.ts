import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { cases } from '@/db/schema/desk'
import type { PersonActor } from '@/lib/domain/actor'
import { assertTakeable } from '@/lib/domain/case'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { lockCase } from './lock-case'

const Input = z.object({ caseId: z.uuid() })

/** An agent takes a case that waits, or takes it over from a colleague. */
export async function takeCase(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { caseId } = parse(Input, input)

  await transact(actor, async ({ tx, permit, record }) => {
    const found = await lockCase(tx, actor, caseId)
    permit('case.take', found)
    assertTakeable(found, actor.personId)

    await tx.update(cases).set({ state: 'taken', agentId: actor.personId }).where(eq(cases.id, found.id))
    record(
      'case.taken',
      { kind: 'case', id: found.id, oid: found.person.entraId },
      { detail: { number: found.number, takenOver: found.agentId !== null } },
    )
  })
}
