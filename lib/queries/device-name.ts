import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Database, Tx } from '@/db/client'
import { deviceMethods } from '@/db/schema/devices'
import { methods } from '@/db/schema/methods'
import { nameOf, type Platform } from '@/lib/domain/device'

type Device = {
  id: string
  name: string | null
  model: string | null
  platform: Platform | null
  kind: string
}

/** What a device is called, as `nameOf` says; null where nothing at all is known of it. */
export async function findDeviceName(reader: Database | Tx, device: Device): Promise<string | null> {
  const [shown] = await reader
    .select({ name: methods.displayName })
    .from(deviceMethods)
    .innerJoin(
      methods,
      and(
        eq(methods.personId, deviceMethods.personId),
        eq(methods.entraMethodId, deviceMethods.entraMethodId),
      ),
    )
    .where(
      and(
        eq(deviceMethods.deviceId, device.id),
        eq(methods.kind, 'microsoftAuthenticator'),
        isNull(methods.goneAt),
      ),
    )
    .orderBy(asc(methods.firstSeenAt))
    .limit(1)
  return nameOf(device, shown?.name ?? null)
}
