import { z } from 'zod'
import { lockOwnSwap } from '@/lib/commands/swap/lock-own-swap'
import { keepEdition, Shown } from '@/lib/commands/swap/take-shown'
import type { PersonActor } from '@/lib/domain/actor'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

const Input = Shown.pick({ shownNote: true }).extend({ shownEdition: z.string().max(60) })

/** The page says which text it shows to its reader. Safe to repeat: it is kept once. */
export async function showEdition(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { shownEdition, shownNote } = parse(Input, input)
  await transact(actor, async (work) => {
    const swap = await lockOwnSwap(work, actor)
    work.permit('swap.move', swap)
    work.unchanged()
    await keepEdition(work, { swap, oid: actor.entraId }, { id: shownEdition, note: shownNote })
  })
}
