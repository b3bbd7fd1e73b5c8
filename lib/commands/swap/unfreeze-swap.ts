import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { swaps } from '@/db/schema/swaps'
import { lockCase } from '@/lib/commands/case/lock-case'
import { lockOpenVerification } from '@/lib/commands/reset/lock-step'
import type { PersonActor } from '@/lib/domain/actor'
import { refuseFreeze, unfreezeReasons, unfreezeRefusal } from '@/lib/domain/freeze'
import { lockedRefusal } from '@/lib/domain/verification'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'
import { lockOpenSwap } from './freeze'
import { settleSwap } from './settle-swap'

const Input = z.object({ caseId: z.uuid(), reason: z.enum(unfreezeReasons, 'choose_one') })

/**
 * The desk lets a frozen move go on, once the person is verified in this case. What was signed in before
 * proves nothing any more: the person proves the new phone once again.
 *
 * @throws {AppError} refused — with the reason from `unfreezeRefusal`
 */
export async function unfreezeSwap(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { caseId, reason } = parse(Input, input)
  await transact(actor, async (work) => {
    const { tx, now, permit, record } = work
    const found = await lockCase(tx, actor, caseId)
    permit('swap.unfreeze', found)
    const verification = await lockOpenVerification(tx, caseId)
    const swap = await lockOpenSwap(tx, found.personId)
    const locked = lockedRefusal(verification, now)
    refuseFreeze(unfreezeRefusal(swap, { isCaseClosed: found.state === 'closed', locked }), { caseId })
    if (!swap || !verification) throw new Error('what goes on must be frozen, and its person verified')

    await tx
      .update(swaps)
      .set({ frozenAt: null, frozenWhy: null, unfrozenAt: now })
      .where(eq(swaps.id, swap.id))
    record(
      'swap.unfrozen',
      { kind: 'swap', id: swap.id, oid: found.person.entraId },
      { detail: { reason, case: found.number, verification: verification.id, frozenBy: swap.frozenWhy } },
    )
    await settleSwap(work, found.personId)
  })
}
