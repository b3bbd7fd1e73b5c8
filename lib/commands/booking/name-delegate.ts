import { eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import { people } from '@/db/schema/people'
import { swaps } from '@/db/schema/swaps'
import { lockOwnSwap } from '@/lib/commands/swap/lock-own-swap'
import type { PersonActor } from '@/lib/domain/actor'
import { delegateRefusal } from '@/lib/domain/booking'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { hasAddress } from '@/lib/queries/delegates'
import { transact, type Work } from '@/lib/transact'

const Input = z.object({
  address: z.string().trim().toLowerCase().min(1, 'field_required').max(320, 'field_too_long'),
})

/**
 * The employee says who brings the phone for them, by that person's full address: whoever knows it may see them.
 *
 * @throws {AppError} invalid — nobody has that address, or nobody who can come
 */
export async function nameDelegate(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { address } = parse(Input, input)
  await transact(actor, async (work) => {
    const swap = await lockOwnSwap(work, actor)
    work.permit('booking.change', swap)
    const delegate = await findDelegate(work, address)
    if (!delegate) throw atAddress('delegate_unknown')
    const refusal = delegateRefusal(delegate, swap)
    if (refusal) throw atAddress(refusal)
    if (swap.delegateId === delegate.id) return work.unchanged()

    await work.tx.update(swaps).set({ delegateId: delegate.id }).where(eq(swaps.id, swap.id))
    work.record(
      'booking.delegate_named',
      { kind: 'swap', id: swap.id, oid: actor.entraId },
      { detail: { delegate: delegate.entraId } },
    )
  })
}

async function findDelegate({ tx }: Work, address: string) {
  const [person] = await tx
    .select()
    .from(people)
    .where(hasAddress(address))
    // Who is still here comes before who left and had the same address.
    .orderBy(sql`${people.leftAt} is not null`, people.id)
    .limit(1)
    .for('share')
  return person ?? null
}

function atAddress(code: 'delegate_unknown' | 'delegate_self' | 'delegate_cannot_come'): AppError {
  return new AppError('invalid', 'invalid_input', { fields: { address: code } })
}
