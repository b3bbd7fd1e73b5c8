import { z } from 'zod'
import { returns } from '@/db/schema/returns'
import { endOldPhone } from '@/lib/commands/return/end-old-phone'
import { lockOwnSwap } from '@/lib/commands/swap/lock-own-swap'
import type { PersonActor } from '@/lib/domain/actor'
import { keepRefusal } from '@/lib/domain/return'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { readReturn } from '@/lib/queries/return-facts'
import { transact } from '@/lib/transact'

const Input = z.object({ isWiped: z.literal('yes', 'tick_when_true') })

/**
 * The employee keeps the old phone, which is their own, and says that it is wiped: no return is needed.
 *
 * @throws {AppError} refused — with the reason from `keepRefusal`
 */
export async function keepPhone(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  parse(Input, input)
  await transact(actor, async (work) => {
    const { tx, now, permit, record } = work
    const swap = await lockOwnSwap(work, actor)
    permit('return.attest', swap)
    const refusal = keepRefusal(await readReturn(tx, swap, now))
    if (refusal) throw new AppError('refused', refusal)
    await tx.insert(returns).values({ swapId: swap.id, way: 'kept', signedAt: now })
    await endOldPhone(work, swap, { to: 'wiped', oid: actor.entraId })
    record('return.kept', { kind: 'swap', id: swap.id, oid: actor.entraId }, { detail: { wiped: true } })
  })
}
