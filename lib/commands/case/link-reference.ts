import { z } from 'zod'
import type { PersonActor } from '@/lib/domain/actor'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { lockCase } from './lock-case'
import { takeReference } from './take-reference'

const Input = z.object({ caseId: z.uuid(), reference: z.string().trim().min(1, 'field_required').max(40) })

/** An agent puts the reference that the caller took from the page for the locked-out to their case. */
export async function linkReference(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { caseId, reference } = parse(Input, input)
  await transact(actor, async (work) => {
    const found = await lockCase(work.tx, actor, caseId)
    work.permit('reference.link', found)
    if (found.state === 'closed') throw new AppError('refused', 'case_closed', { detail: { caseId } })
    await takeReference(work, actor, { found, entraId: found.person.entraId, said: reference })
  })
}
