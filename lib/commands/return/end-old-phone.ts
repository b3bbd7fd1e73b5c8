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
  const all = await lockDevices(work, swap.personId)
  const device = all.find(({ swapId, part }) => swapId === swap.id && part === 'old')
  if (device) await moveDeviceState(work, { device, all }, { to, oid })
}
