import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { devices } from '@/db/schema/devices'
import { lockOwnDevice } from '@/lib/commands/device/lock-devices'
import type { PersonActor } from '@/lib/domain/actor'
import { isInUse, protections } from '@/lib/domain/device'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

const ticked = z.literal('yes').optional()
const Input = z.object({ deviceId: z.uuid(), passcode: ticked, biometrics: ticked, find_my: ticked })

/** The person says what protects a device of theirs: what is not ticked is said to be off. */
export async function attestProtection(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { deviceId, ...answers } = parse(Input, input)
  await transact(actor, async (work) => {
    const { tx, now, permit, record } = work
    const { device } = await lockOwnDevice(work, actor.personId, deviceId)
    permit('device.protect', device)
    if (!isInUse(device.state)) throw new AppError('refused', 'device_not_in_use')

    const on = protections.filter((one) => answers[one] === 'yes')
    await tx.update(devices).set({ protections: on, protectedAt: now }).where(eq(devices.id, deviceId))
    record(
      'device.protection_attested',
      { kind: 'device', id: deviceId, oid: actor.entraId },
      { detail: { on: on.join(' ') } },
    )
  })
}
