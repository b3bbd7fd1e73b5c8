import { and, asc, count, eq, isNull } from 'drizzle-orm'
import { deviceMethods, devices, primaryMoves } from '@/db/schema/devices'
import { methods } from '@/db/schema/methods'
import type { Holder } from '@/lib/domain/backup'
import { type BackupRole, backupRoles, type DeviceState, deviceStates, platforms } from '@/lib/domain/device'
import { AppError } from '@/lib/errors'
import type { Work } from '@/lib/transact'

type Row = typeof devices.$inferSelect

/** A device's row with its words told apart. */
export type LockedDevice = Omit<Row, 'platform' | 'role' | 'state'> & Holder

/** All devices of a person, the oldest first, for update: of two changes at once the second waits. */
export async function lockDevices({ tx }: Pick<Work, 'tx'>, personId: string): Promise<LockedDevice[]> {
  const rows = await tx
    .select()
    .from(devices)
    .where(eq(devices.personId, personId))
    .orderBy(asc(devices.createdAt), asc(devices.id))
    .for('update')
  return rows.map((row) => ({
    ...row,
    platform: platforms.find((known) => known === row.platform) ?? null,
    role: roleOf(row.role),
    state: stateOf(row.state),
  }))
}

/** One of the actor's own devices, and all of them, for update. @throws {AppError} not_found — absent, or not theirs */
export async function lockOwnDevice(
  work: Pick<Work, 'tx'>,
  personId: string,
  deviceId: string,
): Promise<{ device: LockedDevice; all: LockedDevice[] }> {
  const all = await lockDevices(work, personId)
  const device = all.find(({ id }) => id === deviceId)
  if (!device) throw new AppError('not_found', 'not_found')
  return { device, all }
}

/** How many registrations on a device Microsoft still shows. */
export async function countLive({ tx }: Pick<Work, 'tx'>, deviceId: string): Promise<number> {
  const [row] = await tx
    .select({ live: count() })
    .from(deviceMethods)
    .innerJoin(
      methods,
      and(
        eq(methods.personId, deviceMethods.personId),
        eq(methods.entraMethodId, deviceMethods.entraMethodId),
      ),
    )
    .where(and(eq(deviceMethods.deviceId, deviceId), isNull(methods.goneAt)))
  return row?.live ?? 0
}

/** The change of the backup's device that is under way, if there is one. Locked with the devices. */
export async function findOpenMove({ tx }: Pick<Work, 'tx'>, personId: string) {
  const [move] = await tx
    .select()
    .from(primaryMoves)
    .where(and(eq(primaryMoves.personId, personId), isNull(primaryMoves.endedAt)))
  return move ?? null
}

function roleOf(text: string): BackupRole {
  return backupRoles.find((known) => known === text) ?? 'none'
}

function stateOf(text: string): DeviceState {
  return deviceStates.find((known) => known === text) ?? 'active'
}
