import type { z } from 'zod'
import { newId } from '@/db/id'
import { devices } from '@/db/schema/devices'
import { DeviceWords } from '@/lib/commands/device/device-input'
import { lockDevices } from '@/lib/commands/device/lock-devices'
import type { PersonActor } from '@/lib/domain/actor'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

/** Nobody carries more; beyond it somebody is playing. */
const devicesMax = 20

/** The person adds a phone or tablet of theirs. Returns its id. @throws {AppError} refused — they have too many */
export async function addDevice(actor: PersonActor, input: z.input<typeof DeviceWords>): Promise<string> {
  const words = parse(DeviceWords, input)
  const id = newId()
  await transact(actor, async (work) => {
    const { tx, now, permit, record } = work
    const own = await lockDevices(work, actor.personId)
    permit('device.add', { id: actor.personId })
    if (own.length >= devicesMax) throw new AppError('refused', 'devices_too_many')

    await tx
      .insert(devices)
      .values({ id, personId: actor.personId, ...words, state: 'active', stateSince: now, createdAt: now })
    const { platform, kind, name, model } = words
    record(
      'device.added',
      { kind: 'device', id, oid: actor.entraId },
      { detail: { platform, kind }, personal: { name, model } },
    )
  })
  return id
}
