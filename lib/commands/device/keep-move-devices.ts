import { eq } from 'drizzle-orm'
import { newId } from '@/db/id'
import { devices } from '@/db/schema/devices'
import type { swaps } from '@/db/schema/swaps'
import { type DeviceState, isInUse } from '@/lib/domain/device'
import { pickOldPhone } from '@/lib/domain/move-devices'
import type { Work } from '@/lib/transact'
import { type LockedDevice, lockDevices } from './lock-devices'
import { moveDeviceState } from './move-device-state'

type Swap = Pick<typeof swaps.$inferSelect, 'id' | 'personId' | 'oldPlatform' | 'newPlatform' | 'hasOldPhone'>

/** The two devices of a move, by their ids. */
export type MoveDevices = { oldId: string; newId: string }

/**
 * Brings the old and the new phone among a person's devices into line with what they said of their move, so that
 * nothing is typed twice. The old phone is the one they have already where that is clear, else a new row.
 */
export async function keepMoveDevices(work: Work, swap: Swap, oid: string): Promise<MoveDevices> {
  const all = await lockDevices(work, swap.personId)
  const part = (name: 'old' | 'new') => all.find((one) => one.swapId === swap.id && one.part === name)
  const old =
    part('old') ?? pickOldPhone(all, { platform: swap.oldPlatform, isGone: swap.hasOldPhone === false })
  const oldId = await keepPart(work, swap, {
    device: old,
    part: 'old',
    platform: swap.oldPlatform,
    state: swap.hasOldPhone === false ? 'lost' : 'old',
  })
  if (old) await followPossession(work, { device: old, all }, { hasIt: swap.hasOldPhone !== false, oid })
  const newDeviceId = await keepPart(work, swap, {
    device: part('new'),
    part: 'new',
    platform: swap.newPlatform,
    state: 'active',
  })
  return { oldId, newId: newDeviceId }
}

type Part = {
  device: LockedDevice | undefined
  part: 'old' | 'new'
  platform: string | null
  state: DeviceState
}

async function keepPart({ tx, now }: Work, swap: Swap, wanted: Part): Promise<string> {
  const { device, part, platform, state } = wanted
  if (device) {
    await tx
      .update(devices)
      .set({ swapId: swap.id, part, platform: platform ?? device.platform })
      .where(eq(devices.id, device.id))
    return device.id
  }
  const id = newId()
  await tx.insert(devices).values({
    id,
    personId: swap.personId,
    swapId: swap.id,
    part,
    platform,
    kind: 'phone',
    state,
    stateSince: now,
    createdAt: now,
  })
  return id
}

type Held = { device: LockedDevice; all: readonly LockedDevice[] }

/** What was handed in or wiped stays so, and what was said to be damaged is not called lost. */
async function followPossession(
  work: Work,
  held: Held,
  { hasIt, oid }: { hasIt: boolean; oid: string },
): Promise<void> {
  const { state } = held.device
  if (state === 'returned' || state === 'wiped') return
  if (hasIt) await moveDeviceState(work, held, { to: 'old', oid })
  else if (isInUse(state)) await moveDeviceState(work, held, { to: 'lost', oid })
}
