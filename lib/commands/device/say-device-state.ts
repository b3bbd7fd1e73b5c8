import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { swaps } from '@/db/schema/swaps'
import { lockOwnDevice } from '@/lib/commands/device/lock-devices'
import { moveDeviceState } from '@/lib/commands/device/move-device-state'
import { lockOpenSwap } from '@/lib/commands/swap/freeze'
import { notePossession } from '@/lib/commands/swap/note-possession'
import { settleSwap } from '@/lib/commands/swap/settle-swap'
import type { PersonActor } from '@/lib/domain/actor'
import { isInUse } from '@/lib/domain/device'
import { assertNotFrozen } from '@/lib/domain/freeze'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

/** What a person can say by themselves. That a device was handed in or wiped belongs to its return. */
const Input = z.object({ deviceId: z.uuid(), state: z.enum(['here', 'lost', 'damaged'], 'choose_one') })

/**
 * The person says that a device of theirs is lost or damaged, or is here and works after all. For the old phone
 * of a move it is the same answer as in the move itself: it changes the steps that are left.
 *
 * @throws {AppError} refused — swap_frozen: the old phone of a move that stands still
 */
export async function sayDeviceState(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { deviceId, state } = parse(Input, input)
  await transact(actor, async (work) => {
    // The swap before the devices, as the move's own commands lock them: two tabs wait, and never for each other.
    const swap = await lockOpenSwap(work.tx, actor.personId)
    const { device, all } = await lockOwnDevice(work, actor.personId, deviceId)
    work.permit('device.say_state', device)
    const here = device.part === 'old' ? 'old' : 'active'
    const to = state === 'here' ? here : state
    if (!(await moveDeviceState(work, { device, all }, { to, oid: actor.entraId }))) return work.unchanged()
    if (!swap || device.swapId !== swap.id || device.part !== 'old') return

    assertNotFrozen(swap)
    const hasOldPhone = isInUse(to)
    await work.tx.update(swaps).set({ hasOldPhone }).where(eq(swaps.id, swap.id))
    await notePossession(work, swap, hasOldPhone)
    await settleSwap(work, actor.personId)
  })
}
