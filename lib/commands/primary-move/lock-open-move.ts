import { eq } from 'drizzle-orm'
import { devices, primaryMoves } from '@/db/schema/devices'
import { findOpenMove, type LockedDevice, lockDevices } from '@/lib/commands/device/lock-devices'
import { type BackupRole, isInUse } from '@/lib/domain/device'
import { isMoving, type PrimaryMoveState, primaryMoveStates, rolesIn } from '@/lib/domain/primary-move'
import { AppError } from '@/lib/errors'
import type { Work } from '@/lib/transact'

export type LockedMove = {
  id: string
  state: PrimaryMoveState
  from: LockedDevice
  to: LockedDevice
  all: LockedDevice[]
}

/** The change of the backup's device a person is in, with both devices, for update. @throws {AppError} not_found — they are in none */
export async function lockOpenMove(work: Work, personId: string): Promise<LockedMove> {
  const all = await lockDevices(work, personId)
  const move = await findOpenMove(work, personId)
  const from = all.find(({ id }) => id === move?.fromId)
  const to = all.find(({ id }) => id === move?.toId)
  if (!move || !from || !to) throw new AppError('not_found', 'not_found')
  return { id: move.id, state: stateOf(move.state), from, to, all }
}

/** Brings a locked change into its next state, and the two devices into what they are then: the one that gives first. */
export async function writeMove(
  { tx, now }: Work,
  { id, from, to }: Pick<LockedMove, 'id' | 'from' | 'to'>,
  state: PrimaryMoveState,
): Promise<void> {
  const roles = rolesIn(state)
  const set = (device: LockedDevice, role: BackupRole) =>
    tx
      .update(devices)
      .set({ role: isInUse(device.state) ? role : 'none', backupAccount: from.backupAccount })
      .where(eq(devices.id, device.id))
  await set(from, roles.from)
  await set(to, roles.to)
  await tx
    .update(primaryMoves)
    .set({ state, stateSince: now, endedAt: isMoving(state) ? null : now })
    .where(eq(primaryMoves.id, id))
}

function stateOf(text: string): PrimaryMoveState {
  return primaryMoveStates.find((known) => known === text) ?? 'cancelled'
}
