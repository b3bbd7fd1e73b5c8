import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { returns } from '@/db/schema/returns'
import { swaps } from '@/db/schema/swaps'
import { endOldPhone } from '@/lib/commands/return/end-old-phone'
import { lockOwnSwap } from '@/lib/commands/swap/lock-own-swap'
import { settleSwap } from '@/lib/commands/swap/settle-swap'
import type { PersonActor } from '@/lib/domain/actor'
import { inkRefusal } from '@/lib/domain/ink'
import { signRefusal } from '@/lib/domain/return'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { readReturn } from '@/lib/queries/return-facts'
import { transact } from '@/lib/transact'

const Input = z
  .object({
    signedName: z.string().trim().max(120, 'field_too_long').default(''),
    /** A drawn signature (lib/domain/ink.ts); empty where the name was typed. */
    ink: z.string().default(''),
  })
  .superRefine(({ signedName, ink }, context) => {
    const refusal = ink ? inkRefusal(ink) : 'signature_needed'
    // Whoever typed their name has signed, whatever became of the drawing.
    if (!refusal || signedName.length >= 2) return
    context.addIssue({ code: 'custom', path: ['signedName'], message: refusal })
  })

/**
 * The employee hands the old phone in and signs for it, by a drawing or by typing their name.
 *
 * @throws {AppError} invalid — no signature · refused — with the reason from `signRefusal`
 */
export async function signReturn(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { signedName, ink } = parse(Input, input)
  await transact(actor, async (work) => {
    const { tx, now, permit, record } = work
    const swap = await lockOwnSwap(work, actor)
    permit('return.attest', swap)
    const refusal = signRefusal(await readReturn(tx, swap, now))
    if (refusal) throw new AppError('refused', refusal)

    const drawn = ink && !inkRefusal(ink) ? ink : null
    await tx.insert(returns).values({
      swapId: swap.id,
      way: 'handed_in',
      signedAt: now,
      signedName: signedName || null,
      ink: drawn,
    })
    await endOldPhone(work, swap, { to: 'returned', oid: actor.entraId })
    await tx.update(swaps).set({ returnedAt: now }).where(eq(swaps.id, swap.id))
    record(
      'return.signed',
      { kind: 'swap', id: swap.id, oid: actor.entraId },
      { detail: { typed: signedName !== '', drawn: drawn !== null }, personal: { name: signedName || null } },
    )
    await settleSwap(work, actor.personId)
  })
}
