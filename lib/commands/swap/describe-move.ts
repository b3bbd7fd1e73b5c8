import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { swaps } from '@/db/schema/swaps'
import { keepMoveDevices } from '@/lib/commands/device/keep-move-devices'
import { lockOwnSwap } from '@/lib/commands/swap/lock-own-swap'
import { notePossession } from '@/lib/commands/swap/note-possession'
import { settleSwap } from '@/lib/commands/swap/settle-swap'
import { takeShown } from '@/lib/commands/swap/take-shown'
import type { PersonActor } from '@/lib/domain/actor'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

const platform = z.enum(['ios', 'android'], 'choose_one')

const Answers = z.object({
  oldPlatform: platform,
  newPlatform: platform,
  number: z.enum(['same', 'new'], 'choose_one'),
  hasOldPhone: z.enum(['yes', 'no'], 'choose_one').transform((answer) => answer === 'yes'),
  /** Where the person reads this: a phone cannot scan a code from its own screen, nor be off meanwhile. */
  screen: z.enum(['computer', 'old_phone', 'new_phone'], 'choose_one').default('computer'),
  /** Only asked within one platform; what the old phone's app shows. */
  backupModel: z.enum(['ios_keychain', 'ios_legacy', 'android', '']).default(''),
})

const Input = Answers.refine(({ hasOldPhone, screen }) => hasOldPhone || screen !== 'old_phone', {
  path: ['screen'],
  message: 'screen_is_gone',
})

/** The employee says which phones these are, so that they see only the steps for them. */
export async function describeMove(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { backupModel, ...said } = parse(Input, input)
  await transact(actor, async (work) => {
    const swap = await lockOwnSwap(work, actor)
    work.permit('swap.move', swap)
    await takeShown(work, { swap, oid: actor.entraId }, input)
    const crosses = said.oldPlatform !== said.newPlatform
    const change = { ...said, backupModel: crosses || !backupModel ? null : backupModel }
    await work.tx.update(swaps).set(change).where(eq(swaps.id, swap.id))
    await notePossession(work, swap, change.hasOldPhone)
    await keepMoveDevices(work, { ...swap, ...change }, actor.entraId)
    work.record('swap.described', { kind: 'swap', id: swap.id, oid: actor.entraId }, { detail: change })
    await settleSwap(work, actor.personId)
  })
}
