import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { swapEntries } from '@/db/schema/swaps'
import { linkEntries } from '@/lib/commands/device/link-entries'
import { lockOwnSwap } from '@/lib/commands/swap/lock-own-swap'
import { settleSwap } from '@/lib/commands/swap/settle-swap'
import type { PersonActor } from '@/lib/domain/actor'
import { assignRefusal } from '@/lib/domain/assign'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { readEvidence } from '@/lib/queries/evidence'
import { transact } from '@/lib/transact'

const Owner = z.enum(['old_phone', 'kept_device', 'new_phone', 'unknown'])
const fieldPrefix = 'owner.'
/** `owner.<Microsoft's method id>` → whose it is. */
const Input = z.record(z.string(), z.unknown())

/**
 * The employee says of each registration of the baseline whose it is. An id that is not in the baseline is
 * refused: what appeared later cannot be picked for removal.
 */
export async function assignEntries(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const owners = readOwners(parse(Input, input))
  await transact(actor, async (work) => {
    const swap = await lockOwnSwap(work, actor)
    work.permit('swap.move', swap)
    const evidence = await readEvidence(work.tx, swap, work.now)
    const refusal = assignRefusal(owners, evidence)
    if (refusal) throw new AppError('refused', refusal)

    for (const [methodId, owner] of owners) {
      await work.tx
        .update(swapEntries)
        .set({ owner, assignedAt: work.now })
        .where(and(eq(swapEntries.swapId, swap.id), eq(swapEntries.entraMethodId, methodId)))
    }
    await linkEntries(work, swap, { owners, methods: evidence.methods, oid: actor.entraId })
    const counts = Object.fromEntries(
      Owner.options.map((owner) => [owner, [...owners.values()].filter((one) => one === owner).length]),
    )
    work.record(
      'swap.entries_assigned',
      { kind: 'swap', id: swap.id, oid: actor.entraId },
      { detail: { ...counts, old: oldIds(owners) } },
    )
    await settleSwap(work, actor.personId)
  })
}

function readOwners(fields: Record<string, unknown>): Map<string, z.output<typeof Owner>> {
  const entries = Object.entries(fields).filter(([name]) => name.startsWith(fieldPrefix))
  return new Map(entries.map(([name, value]) => [name.slice(fieldPrefix.length), parse(Owner, value)]))
}

function oldIds(owners: ReadonlyMap<string, string>): string {
  return [...owners]
    .filter(([, owner]) => owner === 'old_phone')
    .map(([id]) => id)
    .join(' ')
}
