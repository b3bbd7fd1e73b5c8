import { and, eq } from 'drizzle-orm'
import { deviceMethods, devices } from '@/db/schema/devices'
import { platforms } from '@/lib/domain/device'
import type { Evidence } from '@/lib/domain/evidence'
import { listNewOnes } from '@/lib/domain/move-devices'
import type { Work } from '@/lib/transact'

type Move = { id: string; personId: string; entraId: string }

/** Puts what appeared at Microsoft during a move on the new phone, unless the person said otherwise before. */
export async function linkNewOnes(work: Work, swap: Move, evidence: Evidence): Promise<void> {
  const { tx, now, record } = work
  const [phone] = await tx
    .select({ id: devices.id, platform: devices.platform })
    .from(devices)
    .where(and(eq(devices.swapId, swap.id), eq(devices.part, 'new')))
  if (!phone) return
  const platform = platforms.find((known) => known === phone.platform) ?? null
  for (const method of listNewOnes(evidence.methods, { ...evidence, platform })) {
    const linked = await tx
      .insert(deviceMethods)
      .values({
        personId: swap.personId,
        deviceId: phone.id,
        entraMethodId: method.id,
        known: 'seen',
        linkedAt: now,
      })
      .onConflictDoNothing({ target: [deviceMethods.personId, deviceMethods.entraMethodId] })
      .returning({ id: deviceMethods.id })
    if (linked.length === 0) continue
    record(
      'device.method_linked',
      { kind: 'device', id: phone.id, oid: swap.entraId },
      { known: 'seen', detail: { method: method.id } },
    )
  }
}
