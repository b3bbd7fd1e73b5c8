import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { devices } from '@/db/schema/devices'
import { DeviceWords } from '@/lib/commands/device/device-input'
import { lockOwnDevice } from '@/lib/commands/device/lock-devices'
import type { PersonActor } from '@/lib/domain/actor'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

const Input = DeviceWords.extend({ deviceId: z.uuid() })

/** The person says what a device of theirs is, and what they call it. The name is theirs alone: Microsoft's stays as it is. */
export async function describeDevice(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { deviceId, ...words } = parse(Input, input)
  await transact(actor, async (work) => {
    const { tx, permit, record, unchanged } = work
    const { device } = await lockOwnDevice(work, actor.personId, deviceId)
    permit('device.describe', device)
    const { name, model, platform, kind } = words
    const isSame =
      device.name === name && device.model === model && device.platform === platform && device.kind === kind
    if (isSame) return unchanged()

    await tx.update(devices).set(words).where(eq(devices.id, deviceId))
    record(
      'device.described',
      { kind: 'device', id: deviceId, oid: actor.entraId },
      { detail: { platform, kind }, personal: { name, model } },
    )
  })
}
