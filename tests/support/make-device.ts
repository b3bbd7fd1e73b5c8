import { asc, eq } from 'drizzle-orm'
import { db } from '@/db/client'
import { auditEvents } from '@/db/schema/audit'
import { deviceMethods, devices } from '@/db/schema/devices'

type Device = typeof devices.$inferSelect

/** An iPhone in use, unless said otherwise. */
export async function makeDevice(
  person: { id: string },
  wanted: Partial<typeof devices.$inferInsert> = {},
): Promise<Device> {
  const at = new Date('2026-11-01T08:00:00Z')
  const [device] = await db
    .insert(devices)
    .values({
      personId: person.id,
      platform: 'ios',
      kind: 'phone',
      state: 'active',
      stateSince: at,
      createdAt: at,
      ...wanted,
    })
    .returning()
  return device!
}

/** A person's devices, the oldest first. */
export async function listDevices({ id }: { id: string }): Promise<Device[]> {
  return db
    .select()
    .from(devices)
    .where(eq(devices.personId, id))
    .orderBy(asc(devices.createdAt), asc(devices.id))
}

/** Microsoft's id of a registration → our id of the device it is on. */
export async function linksOf({ id }: { id: string }): Promise<Record<string, string>> {
  const rows = await db.select().from(deviceMethods).where(eq(deviceMethods.personId, id))
  return Object.fromEntries(rows.map(({ entraMethodId, deviceId }) => [entraMethodId, deviceId]))
}

/** What the log says of somebody, the oldest first. */
export async function typesAbout({ entraId }: { entraId: string }): Promise<string[]> {
  const rows = await db
    .select({ type: auditEvents.type })
    .from(auditEvents)
    .where(eq(auditEvents.subjectOid, entraId))
    .orderBy(asc(auditEvents.at), asc(auditEvents.id))
  return rows.map(({ type }) => type)
}
