import { and, eq, isNull } from 'drizzle-orm'
import { db } from '@/db/client'
import { backupChecks, primaryMoves } from '@/db/schema/devices'
import { readClock } from '@/lib/clock'
import type { PersonActor } from '@/lib/domain/actor'
import { backupRefusal, nextCheckAt, restoreOnlyRefusal } from '@/lib/domain/backup'
import { isInUse } from '@/lib/domain/device'
import { type MethodLimit, readLimit } from '@/lib/domain/method-limit'
import { isMoving, type PrimaryMoveStep, primaryMoveStates } from '@/lib/domain/primary-move'
import { AppError } from '@/lib/errors'
import type { MessageCode } from '@/lib/i18n/messages'
import { parseId } from '@/lib/parse'
import { type DeviceMethodView, type DevicesView, type DeviceView, readDevices } from './devices'

/** How near the actor is to Microsoft's limits, and what to remove first where they are reached. */
export type LimitView = Omit<MethodLimit, 'spareId'> & { spare: DeviceMethodView | null }

/** A change of the backup's device that is under way, at the step that is next. */
export type PrimaryMoveView = { step: PrimaryMoveStep; from: DeviceView; to: DeviceView }

export type MyDevicesView = DevicesView & {
  limit: LimitView
  move: PrimaryMoveView | null
  /** When the monthly question was asked; null while none is open. */
  checkAskedAt: string | null
}

/** The actor's own devices, what is on none of them, and what is under way. */
export async function listMyDevices({ personId }: PersonActor): Promise<MyDevicesView> {
  const view = await readDevices(personId, readClock())
  return {
    ...view,
    limit: limitOf(view),
    move: await findMove(personId, view.devices),
    checkAskedAt: await findCheck(personId),
  }
}

export type MyDeviceView = DeviceView & {
  /** The actor's other devices, for what is said of two. */
  others: DeviceView[]
  move: PrimaryMoveView | null
  /** When the backup on it is asked about next; null where it holds none, or that is now. */
  nextCheckAt: string | null
  /** Why each cannot be done now; null when it can. */
  refusals: { attest: MessageCode | null; restoreOnly: MessageCode | null }
}

/** One of the actor's own devices. @throws {AppError} not_found — absent, or not theirs */
export async function getMyDevice(actor: PersonActor, deviceId: string): Promise<MyDeviceView> {
  const id = parseId(deviceId)
  const { devices, move } = await listMyDevices(actor)
  const device = devices.find((one) => one.id === id)
  if (!device) throw new AppError('not_found', 'not_found')
  const context = { isMoving: move !== null }
  return {
    ...device,
    others: devices.filter((one) => one.id !== id),
    move,
    nextCheckAt: device.role === 'primary' ? await findNextCheck(actor, device) : null,
    refusals: {
      attest: backupRefusal(device, context),
      restoreOnly: restoreOnlyRefusal(device, context),
    },
  }
}

function limitOf({ devices, loose }: DevicesView): LimitView {
  const placed = devices.flatMap((device) => device.methods.map((method) => ({ method, device })))
  const all = [...placed, ...loose.map((method) => ({ method, device: null }))]
  const { spareId, ...limit } = readLimit(
    all.map(({ method, device }) => ({
      ...method,
      firstSeenAt: new Date(method.firstSeenAt),
      lastUsedAt: method.lastUsedAt ? new Date(method.lastUsedAt) : null,
      isAstray: device !== null && !isInUse(device.state),
      isNeeded: device?.part === 'old' && device.state === 'old',
    })),
  )
  return { ...limit, spare: all.find(({ method }) => method.id === spareId)?.method ?? null }
}

async function findMove(personId: string, devices: readonly DeviceView[]): Promise<PrimaryMoveView | null> {
  const [row] = await db
    .select()
    .from(primaryMoves)
    .where(and(eq(primaryMoves.personId, personId), isNull(primaryMoves.endedAt)))
  const from = devices.find(({ id }) => id === row?.fromId)
  const to = devices.find(({ id }) => id === row?.toId)
  const state = primaryMoveStates.find((known) => known === row?.state)
  return from && to && state && isMoving(state) ? { step: state, from, to } : null
}

async function findCheck(personId: string): Promise<string | null> {
  const [row] = await db
    .select({ askedAt: backupChecks.askedAt })
    .from(backupChecks)
    .where(and(eq(backupChecks.personId, personId), isNull(backupChecks.answeredAt)))
  return row?.askedAt.toISOString() ?? null
}

async function findNextCheck({ personId }: PersonActor, { backup }: DeviceView): Promise<string | null> {
  const [row] = await db.select().from(backupChecks).where(eq(backupChecks.personId, personId))
  const saidAt = backup.saidAt ? new Date(backup.saidAt) : null
  return nextCheckAt({ saidAt, askedAt: row?.askedAt ?? null }, readClock())?.toISOString() ?? null
}
