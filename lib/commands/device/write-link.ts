import { and, eq, inArray } from 'drizzle-orm'
import { deviceMethods } from '@/db/schema/devices'
import type { Work } from '@/lib/transact'

type Link = { personId: string; deviceId: string; entraMethodId: string }

/** Says on which device a registration is. It is on one: an earlier answer gives way. */
export async function writeLink({ tx, now }: Pick<Work, 'tx' | 'now'>, link: Link): Promise<void> {
  const said = { deviceId: link.deviceId, known: 'attested', linkedAt: now }
  await tx
    .insert(deviceMethods)
    .values({ ...link, ...said })
    .onConflictDoUpdate({ target: [deviceMethods.personId, deviceMethods.entraMethodId], set: said })
}

/** Takes back on which device these registrations are. */
export async function dropLinks(
  { tx }: Pick<Work, 'tx'>,
  personId: string,
  methodIds: readonly string[],
): Promise<void> {
  if (methodIds.length === 0) return
  await tx
    .delete(deviceMethods)
    .where(and(eq(deviceMethods.personId, personId), inArray(deviceMethods.entraMethodId, [...methodIds])))
}
