import { and, eq, isNull, notExists, sql } from 'drizzle-orm'
import { newId } from '@/db/id'
import { backupAttestations, deviceMethods, devices, primaryMoves } from '@/db/schema/devices'
import type { swaps } from '@/db/schema/swaps'
import type { Owner, TrackedMethod } from '@/lib/domain/evidence'
import { pickKept, placeOf } from '@/lib/domain/move-devices'
import type { Work } from '@/lib/transact'
import { keepMoveDevices, type MoveDevices } from './keep-move-devices'
import { lockDevices } from './lock-devices'
import { dropLinks, writeLink } from './write-link'

type Entries = { owners: ReadonlyMap<string, Owner>; methods: readonly TrackedMethod[]; oid: string }

/**
 * Puts each registration of the baseline on the device that the person's answer names. A kept Authenticator gets a
 * device of its own; one that an earlier answer made and that nothing speaks of any more goes again.
 */
export async function linkEntries(
  work: Work,
  swap: typeof swaps.$inferSelect,
  { owners, methods, oid }: Entries,
): Promise<void> {
  const parts = await keepMoveDevices(work, swap, oid)
  for (const method of methods) {
    const owner = owners.get(method.id)
    if (owner) await place(work, { personId: swap.personId, parts, method, owner })
  }
  await dropBare(work, swap.personId)
}

type Placing = { personId: string; parts: MoveDevices; method: TrackedMethod; owner: Owner }

async function place(work: Work, { personId, parts, method, owner }: Placing): Promise<void> {
  const link = (deviceId: string) => writeLink(work, { personId, deviceId, entraMethodId: method.id })
  const where = placeOf(method, owner)
  if (where.on === 'old') return link(parts.oldId)
  if (where.on === 'new') return link(parts.newId)
  if (where.on === 'none') return dropLinks(work, personId, [method.id])

  const current = await findDeviceOf(work, personId, method.id)
  if (current && current !== parts.oldId && current !== parts.newId) return
  const kept = pickKept(await lockDevices(work, personId), method)
  return link(kept?.id ?? (await addKept(work, personId, where)))
}

async function findDeviceOf({ tx }: Work, personId: string, methodId: string): Promise<string | null> {
  const [row] = await tx
    .select({ deviceId: deviceMethods.deviceId })
    .from(deviceMethods)
    .where(and(eq(deviceMethods.personId, personId), eq(deviceMethods.entraMethodId, methodId)))
  return row?.deviceId ?? null
}

async function addKept(
  { tx, now }: Work,
  personId: string,
  { platform, kind }: { platform: string | null; kind: string },
): Promise<string> {
  const id = newId()
  await tx
    .insert(devices)
    .values({ id, personId, platform, kind, state: 'active', stateSince: now, createdAt: now })
  return id
}

/** Devices that nobody named, added or spoke of, and that have no registration any more. */
async function dropBare({ tx }: Work, personId: string): Promise<void> {
  const none = (table: typeof deviceMethods | typeof backupAttestations) =>
    notExists(tx.select({ one: sql`1` }).from(table).where(eq(table.deviceId, devices.id)))
  const unmoved = notExists(
    tx
      .select({ one: sql`1` })
      .from(primaryMoves)
      .where(sql`${devices.id} in (${primaryMoves.fromId}, ${primaryMoves.toId})`),
  )
  await tx
    .delete(devices)
    .where(
      and(
        eq(devices.personId, personId),
        isNull(devices.part),
        isNull(devices.name),
        isNull(devices.protectedAt),
        eq(devices.role, 'none'),
        eq(devices.state, 'active'),
        none(deviceMethods),
        none(backupAttestations),
        unmoved,
      ),
    )
}
