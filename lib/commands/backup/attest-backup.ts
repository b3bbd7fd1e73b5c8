import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { devices } from '@/db/schema/devices'
import { ClaimInput, insertAttestation, readClaim } from '@/lib/commands/backup/claim-input'
import { closeCheck } from '@/lib/commands/backup/close-check'
import { findOpenMove, lockOwnDevice } from '@/lib/commands/device/lock-devices'
import type { PersonActor } from '@/lib/domain/actor'
import { backupRefusal } from '@/lib/domain/backup'
import { AppError } from '@/lib/errors'
import { parse } from '@/lib/parse'
import { transact } from '@/lib/transact'

const Input = ClaimInput.extend({ deviceId: z.uuid() })

/**
 * The person says how the backup of a device of theirs stands: from then on that device holds the backup of its
 * account. It answers the monthly question. Returns the device's id.
 *
 * @throws {AppError} invalid — at the field that is at fault: a day to come, another device that holds it
 */
export async function attestBackup(actor: PersonActor, input: z.input<typeof Input>): Promise<string> {
  const { deviceId, ...said } = parse(Input, input)
  await transact(actor, async (work) => {
    const { tx, now, permit, record } = work
    const { device, all } = await lockOwnDevice(work, actor.personId, deviceId)
    permit('backup.attest', device)
    const isMoving = (await findOpenMove(work, actor.personId)) !== null
    const refusal = backupRefusal(device, { isMoving })
    if (refusal) throw new AppError('refused', refusal)

    const claimed = await readClaim(tx, said, { device, all, now })
    await insertAttestation(tx, { device, claimed, now })
    const { model, account, backedUpOn } = claimed.claim
    await tx.update(devices).set({ role: 'primary', backupAccount: account }).where(eq(devices.id, deviceId))
    record(
      'backup.attested',
      { kind: 'device', id: deviceId, oid: actor.entraId },
      { detail: { model, backedUpOn, switches: claimed.switches.join(' ') }, personal: { account } },
    )
    await closeCheck(work, actor.personId, 'attested')
  })
  return deviceId
}
