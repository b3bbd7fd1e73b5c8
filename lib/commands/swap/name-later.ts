import { z } from 'zod'
import { swapEvidence } from '@/db/schema/swaps'
import { linkEntries } from '@/lib/commands/device/link-entries'
import { lockOwnSwap } from '@/lib/commands/swap/lock-own-swap'
import { settleSwap } from '@/lib/commands/swap/settle-swap'
import { takeShown } from '@/lib/commands/swap/take-shown'
import type { PersonActor } from '@/lib/domain/actor'
import { nameLaterRefusal } from '@/lib/domain/assign'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { readEvidence } from '@/lib/queries/evidence'
import { transact } from '@/lib/transact'

const Input = z.object({
  methodId: z.string().min(1).max(200),
  owner: z.enum(['new_phone', 'kept_device', 'old_phone'], 'choose_one'),
})

/**
 * The employee says on which device a registration is that appeared during the move. On another than the new
 * phone it stands for nothing, and leaves that phone's list; on the old one it must be gone as well before that is wiped.
 *
 * @throws {AppError} refused — with the reason from `nameLaterRefusal`
 */
export async function nameLater(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { methodId, owner } = parse(Input, input)
  await transact(actor, async (work) => {
    const swap = await lockOwnSwap(work, actor)
    work.permit('swap.move', swap)
    await takeShown(work, { swap, oid: actor.entraId }, input)
    const evidence = await readEvidence(work.tx, swap, work.now)
    const refusal = nameLaterRefusal(methodId, evidence)
    if (refusal) throw new AppError('refused', refusal)

    const detail = { methodId, owner }
    await work.tx.insert(swapEvidence).values({ swapId: swap.id, kind: 'later_named', at: work.now, detail })
    const { methods } = evidence
    await linkEntries(work, swap, { owners: new Map([[methodId, owner]]), methods, oid: actor.entraId })
    work.record('swap.later_named', { kind: 'swap', id: swap.id, oid: actor.entraId }, { detail })
    await settleSwap(work, actor.personId)
  })
}
