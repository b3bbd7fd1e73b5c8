import { eq } from 'drizzle-orm'
import { devices, primaryMoves } from '@/db/schema/devices'
import { changeState, type DeviceState, isInUse } from '@/lib/domain/device'
import { rolesIn } from '@/lib/domain/primary-move'
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
  if (!isInUse(to)) await endMoveTowards(work, device, all)
  work.record(
    'device.state_changed',
    { kind: 'device', id: device.id, oid },
    { detail: { from: device.state, to, role, was: device.role } },
  )
  return true
}

/** With the device gone that the backup was to go to, it stays where it was, as long as that is in use. */
async function endMoveTowards(work: Work, device: LockedDevice, all: readonly LockedDevice[]): Promise<void> {
  const move = await findOpenMove(work, device.personId)
  if (move?.toId !== device.id) return
  const { tx, now } = work
  await tx
    .update(primaryMoves)
    .set({ state: 'cancelled', stateSince: now, endedAt: now })
    .where(eq(primaryMoves.id, move.id))
  const from = all.find(({ id }) => id === move.fromId)
  if (from && isInUse(from.state)) {
    await tx
      .update(devices)
      .set({ role: rolesIn('cancelled').from })
      .where(eq(devices.id, from.id))
  }
}
