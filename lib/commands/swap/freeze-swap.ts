import { z } from 'zod'
import { lockCase } from '@/lib/commands/case/lock-case'
import { raiseCase } from '@/lib/commands/case/raise-case'
import type { PersonActor } from '@/lib/domain/actor'
import { freezeRefusal, refuseFreeze } from '@/lib/domain/freeze'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { freeze, lockOpenSwap } from './freeze'

const Input = z.object({ caseId: z.uuid() })

/**
 * The desk lets somebody's move stand still, because the caller says that it was not them. It needs no
 * verification: standing still harms nobody.
 *
 * @throws {AppError} refused — with the reason from `freezeRefusal`
 */
export async function freezeSwap(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { caseId } = parse(Input, input)
  await transact(actor, async (work) => {
    const found = await lockCase(work.tx, actor, caseId)
    work.permit('swap.freeze', found)
    const swap = await lockOpenSwap(work.tx, found.personId)
    refuseFreeze(freezeRefusal(swap, { isCaseClosed: found.state === 'closed' }), { caseId })
    if (!swap) throw new Error('what is frozen must be there')
    const { entraId } = found.person
    await raiseCase(work, { found, entraId, why: 'not_me' })
    await freeze(work, { swap, entraId, why: 'desk', caseNumber: found.number })
  })
}
