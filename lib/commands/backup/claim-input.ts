import { z } from 'zod'
import type { Tx } from '@/db/client'
import { backupAttestations } from '@/db/schema/devices'
import { localOf } from '@/lib/clock'
import { word } from '@/lib/commands/device/device-input'
import type { LockedDevice } from '@/lib/commands/device/lock-devices'
import {
  type BackupSwitch,
  backupModels,
  backupSwitches,
  type Claim,
  claimProblems,
  findPrimary,
  isDated,
} from '@/lib/domain/backup'
import { AppError } from '@/lib/errors'
import { findDeviceName } from '@/lib/queries/device-name'

const ticked = z.literal('yes').optional()

/** What the form of an attestation sends: a model, and what that model shows. */
export const ClaimInput = z.object({
  model: z.enum(backupModels, 'choose_one'),
  account: word(40).default(''),
  /** IANA: whose today a date may not be after. */
  zone: z.string().max(60).default('UTC'),
  backedUpOn: z
    .string()
    .regex(/^(20\d\d-\d\d-\d\d)?$/, 'field_invalid')
    .default('')
    .transform((day) => day || null),
  drive: ticked,
  keychain: ticked,
  backup: ticked,
  app: ticked,
})

export type ClaimInput = z.output<typeof ClaimInput>

type Claimed = { claim: Claim; switches: BackupSwitch[] }
type Around = { device: LockedDevice; all: readonly LockedDevice[]; now: Date }

/** What is said, held against the rule. @throws {AppError} invalid — at each field that is at fault, with the device that holds the backup */
export async function readClaim(tx: Tx, input: ClaimInput, { device, all, now }: Around): Promise<Claimed> {
  const { model, account } = input
  const claim = { model, account, backedUpOn: isDated(model) ? input.backedUpOn : null }
  const on = backupSwitches.filter((one) => input[one] === 'yes')
  const off = isDated(model) ? [] : backupSwitches.filter((one) => !on.includes(one))
  const fields = {
    ...claimProblems(device, claim, { others: all, today: todayIn(input.zone, now) }),
    ...Object.fromEntries(off.map((one) => [one, 'backup_switch_off' as const])),
  }
  if (Object.keys(fields).length > 0) {
    const holder = fields.account && findPrimary(all, account)
    const values = holder ? { device: (await findDeviceName(tx, holder)) ?? '' } : {}
    throw new AppError('invalid', 'invalid_input', { fields, values })
  }
  return { claim, switches: isDated(model) ? [] : on }
}

type Attested = { device: LockedDevice; claimed: Claimed; now: Date }

/** Keeps what was said of a device's backup. */
export async function insertAttestation(tx: Tx, { device, claimed, now }: Attested): Promise<void> {
  const { claim, switches } = claimed
  await tx.insert(backupAttestations).values({
    personId: device.personId,
    deviceId: device.id,
    model: claim.model,
    isOn: true,
    switches,
    backedUpOn: claim.backedUpOn,
    at: now,
  })
}

/** A zone nobody knows is none to quarrel about. */
function todayIn(zone: string, now: Date): string {
  try {
    return localOf(now, zone).slice(0, 10)
  } catch {
    return now.toISOString().slice(0, 10)
  }
}
