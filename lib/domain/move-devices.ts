import type { BackupRole, DeviceKind, DeviceState, Platform } from './device'
import { kindShown, platformShown } from './device'
import type { Owner, TrackedMethod } from './evidence'
import { isAuthenticatorPasskey, isOfAuthenticator } from './method'

type Known = {
  id: string
  part: string | null
  platform: Platform | null
  kind: string
  role: BackupRole
  state: DeviceState
}

/**
 * Which of the devices somebody has is the old phone of their move: the phone of that platform in use, or where they
 * no longer have it the one said to be lost or damaged; among several the one that holds a backup. None where that
 * leaves a doubt.
 */
export function pickOldPhone<Device extends Known>(
  devices: readonly Device[],
  { platform, isGone }: { platform: string | null; isGone: boolean },
): Device | undefined {
  const fitting = devices.filter(
    (device) =>
      device.kind === 'phone' &&
      device.part !== 'old' &&
      (device.platform === null || device.platform === platform),
  )
  const gone = fitting.filter(({ state }) => state === 'lost' || state === 'damaged')
  if (isGone && gone.length > 0) return onlyOne(gone)
  const inUse = fitting.filter(({ state }) => state === 'active')
  const primary = inUse.filter(({ role }) => role === 'primary')
  return onlyOne(primary.length > 0 ? primary : inUse)
}

function onlyOne<Thing>([one, another]: readonly Thing[]): Thing | undefined {
  return another ? undefined : one
}

/** Where a registration belongs, as the person's answer implies. */
export type Place =
  | { on: 'old' }
  | { on: 'new' }
  /** A device of its own that stays. */
  | { on: 'kept'; platform: Platform | null; kind: DeviceKind }
  /** On none of the devices: a number, a key, a computer; or not known. */
  | { on: 'none' }

/** Where a registration of the baseline is, now that the person said whose it is. */
export function placeOf(method: Pick<TrackedMethod, 'kind' | 'aaguid' | 'displayName'>, owner: Owner): Place {
  if (owner === 'old_phone') return { on: 'old' }
  if (owner === 'new_phone') return { on: 'new' }
  if (owner === 'unknown' || !isOfAuthenticator(method)) return { on: 'none' }
  return { on: 'kept', platform: platformShown(method), kind: kindShown(method) }
}

/** The kept device a passkey lives on, where only one can be meant: Microsoft gives it no device's name. */
export function pickKept<Device extends Known>(
  devices: readonly Device[],
  method: Pick<TrackedMethod, 'kind' | 'aaguid' | 'displayName'>,
): Device | undefined {
  if (!isAuthenticatorPasskey(method)) return undefined
  const platform = platformShown(method)
  const kept = devices.filter(
    (device) => device.part === null && device.state === 'active' && device.platform === platform,
  )
  return kept.length === 1 ? kept[0] : undefined
}

/** Registrations that appeared during a move and can only be on the phone it goes to. */
export function listNewOnes(
  methods: readonly TrackedMethod[],
  {
    owners,
    baselineAt,
    platform,
  }: { owners: ReadonlyMap<string, Owner>; baselineAt: Date | null; platform: Platform | null },
): TrackedMethod[] {
  return methods.filter((method) => {
    const isLater = baselineAt !== null && method.firstSeenAt > baselineAt && !owners.has(method.id)
    if (!isLater || method.goneAt !== null || !isOfAuthenticator(method)) return false
    const shown = platformShown(method)
    return shown === null || platform === null || shown === platform
  })
}
