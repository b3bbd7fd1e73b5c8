import { eq } from 'drizzle-orm'
import { devices } from '@/db/schema/devices'
import type { swaps } from '@/db/schema/swaps'
import { lockDevices } from '@/lib/commands/device/lock-devices'
import { moveDeviceState } from '@/lib/commands/device/move-device-state'
import type { Work } from '@/lib/transact'

type Swap = Pick<typeof swaps.$inferSelect, 'id' | 'personId'>

/**
 * The old phone of a locked swap among its owner's devices: wiped, then returned. Nothing where they have none
 * of that move.
 *
 * @throws {AppError} refused — a registration on it is live at Microsoft
 */
export async function endOldPhone(
  work: Work,
  swap: Swap,
  { to, oid }: { to: 'wiped' | 'returned'; oid: string },
): Promise<void> {
  const { device, all } = await lockOldPhone(work, swap)
  if (device) await moveDeviceState(work, { device, all }, { to, oid })
}

/** The same device back in an earlier state: what was said of its end did not hold. No other command brings a phone back. */
export async function reopenOldPhone(
  work: Work,
  swap: Swap,
  { to, oid }: { to: 'wiped' | 'old'; oid: string },
): Promise<void> {
  const { tx, now, record } = work
  const { device } = await lockOldPhone(work, swap)
  if (!device || device.state === to) return
  await tx.update(devices).set({ state: to, stateSince: now }).where(eq(devices.id, device.id))
  record(
    'device.state_changed',
    { kind: 'device', id: device.id, oid },
    { detail: { from: device.state, to, role: device.role, was: device.role } },
  )
}

async function lockOldPhone(work: Work, swap: Swap) {
  const all = await lockDevices(work, swap.personId)
  return { all, device: all.find(({ swapId, part }) => swapId === swap.id && part === 'old') }
}
