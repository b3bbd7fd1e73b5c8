import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { backupAttestations, devices } from '@/db/schema/devices'
import { findOpenMove, lockOwnDevice } from '@/lib/commands/device/lock-devices'
import type { PersonActor } from '@/lib/domain/actor'
import { restoreOnlyRefusal } from '@/lib/domain/backup'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

const Input = z.object({
  deviceId: z.uuid(),
  /** Whether the app's own backup is on there, too; empty where the app has none to look at. */
  answer: z.enum(['off', 'on', '']).default(''),
})

/**
 * The person says that a device only restores. That a backup is on there all the same can be said, too: it does not
 * make a second primary, it speaks against the first.
 */
export async function sayRestoreOnly(actor: PersonActor, input: z.input<typeof Input>): Promise<void> {
  const { deviceId, answer } = parse(Input, input)
  await transact(actor, async (work) => {
    const { tx, now, permit, record } = work
    const { device } = await lockOwnDevice(work, actor.personId, deviceId)
    permit('backup.say_restore_only', device)
    const isMoving = (await findOpenMove(work, actor.personId)) !== null
    const refusal = restoreOnlyRefusal(device, { isMoving })
    if (refusal) throw new AppError('refused', refusal)
    if (device.role === 'restore_only' && answer === '') return work.unchanged()

    await tx.update(devices).set({ role: 'restore_only' }).where(eq(devices.id, deviceId))
    if (answer) {
      await tx.insert(backupAttestations).values({
        personId: actor.personId,
        deviceId,
        model: device.platform === 'android' ? 'android' : 'ios_legacy',
        isOn: answer === 'on',
        switches: [],
        at: now,
      })
    }
    record(
      'backup.restore_only_said',
      { kind: 'device', id: deviceId, oid: actor.entraId },
      { detail: { answer } },
    )
  })
}
