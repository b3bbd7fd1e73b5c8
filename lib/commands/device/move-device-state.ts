import { eq } from 'drizzle-orm'
import { devices } from '@/db/schema/devices'
import { writeMove } from '@/lib/commands/primary-move/lock-open-move'
import { changeState, type DeviceState, isInUse } from '@/lib/domain/device'
import type { Work } from '@/lib/transact'
import { countLive, findOpenMove, type LockedDevice } from './lock-devices'

/**
 * Brings a locked device into another state, and says so in the log; nothing where it is there already. Out of
 * use it holds no backup, and a change of the backup towards it ends. Asks no permission: the command does.
 *
 * @param all Every device of the person, locked: `lockDevices`
 * @returns whether anything changed
 * @throws {AppError} refused — with the reason from `deviceStateRefusal`
 */
export async function moveDeviceState(
  work: Work,
  { device, all }: { device: LockedDevice; all: readonly LockedDevice[] },
  { to, oid }: { to: DeviceState; oid: string },
): Promise<boolean> {
  const changed = changeState(device, to, { liveCount: await countLive(work, device.id) })
  if (changed === device) return false
  const { state, role } = changed
  await work.tx.update(devices).set({ state, role, stateSince: work.now }).where(eq(devices.id, device.id))
  if (!isInUse(to)) await endMoveTowards(work, { ...device, state, role }, all)
  work.record(
    'device.state_changed',
    { kind: 'device', id: device.id, oid },
    { detail: { from: device.state, to, role, was: device.role } },
  )
  return true
}

/** With the device gone that the backup was to go to, it stays where it was. */
async function endMoveTowards(work: Work, gone: LockedDevice, all: readonly LockedDevice[]): Promise<void> {
  const move = await findOpenMove(work, gone.personId)
  const from = all.find(({ id }) => id === move?.fromId)
  if (move && from && move.toId === gone.id)
    await writeMove(work, { id: move.id, from, to: gone }, 'cancelled')
}
