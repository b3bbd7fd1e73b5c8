import { AppError } from '@/lib/errors'
import { isAuthenticatorPasskey, type SeenMethod } from './method'

export const platforms = ['ios', 'android'] as const
export type Platform = (typeof platforms)[number]

export const deviceKinds = ['phone', 'tablet'] as const
export type DeviceKind = (typeof deviceKinds)[number]

/** What became of a device. */
export const deviceStates = ['active', 'old', 'lost', 'damaged', 'returned', 'wiped'] as const
export type DeviceState = (typeof deviceStates)[number]

/** What a device is to a backup: it makes it, it only ever restores from it, or neither was said. */
export const backupRoles = ['primary', 'restore_only', 'none'] as const
export type BackupRole = (typeof backupRoles)[number]

/** What can protect a device that is in use. */
export const protections = ['passcode', 'biometrics', 'find_my'] as const
export type Protection = (typeof protections)[number]

/** From each state, where a device can go next. What was lost can turn up; what was handed in does not come back. */
const nextStates: Record<DeviceState, readonly DeviceState[]> = {
  active: ['old', 'lost', 'damaged', 'returned', 'wiped'],
  old: ['active', 'lost', 'damaged', 'returned', 'wiped'],
  lost: ['active', 'old', 'wiped'],
  damaged: ['active', 'old', 'returned', 'wiped'],
  wiped: ['returned'],
  returned: ['wiped'],
}

/** Whether somebody can still use it: sign in with it, make a backup on it. */
export function isInUse(state: DeviceState): boolean {
  return state === 'active' || state === 'old'
}

type Held = { state: DeviceState; role: BackupRole }
/** How many registrations on it Microsoft still shows. */
type Context = { liveCount: number }

/**
 * Why a device cannot go into a state, or null when it can. One that still signs somebody in is neither handed
 * in nor wiped.
 */
export function deviceStateRefusal({ state }: Pick<Held, 'state'>, to: DeviceState, { liveCount }: Context) {
  if (!nextStates[state].includes(to)) return 'device_state_impossible'
  if ((to === 'returned' || to === 'wiped') && liveCount > 0) return 'device_still_registered'
  return null
}

/**
 * The device in its new state; the same one where it was there already. Out of use it holds no backup.
 * @throws {AppError} refused — with the reason from `deviceStateRefusal`
 */
export function changeState<Device extends Held>(device: Device, to: DeviceState, context: Context): Device {
  if (device.state === to) return device
  const refusal = deviceStateRefusal(device, to, context)
  if (refusal) throw new AppError('refused', refusal)
  return { ...device, state: to, role: isInUse(to) ? device.role : 'none' }
}

/** Makes of passkey that live in Authenticator on an iPhone; the other one lives on Android. */
const iosPasskey = '90a3ccdf-635c-4729-a248-9b709135078f'

/** The platform that Microsoft shows a registration on, or null where it shows none. A device's name is a hint; the make of a passkey is a fact. */
export function platformShown({
  kind,
  aaguid,
  displayName,
}: Pick<SeenMethod, 'kind' | 'aaguid' | 'displayName'>): Platform | null {
  if (isAuthenticatorPasskey({ kind, aaguid }))
    return aaguid?.toLowerCase() === iosPasskey ? 'ios' : 'android'
  if (kind !== 'microsoftAuthenticator' || !displayName) return null
  if (/iphone|ipad|\bios\b/i.test(displayName)) return 'ios'
  return /android|pixel|galaxy|xiaomi|redmi|oneplus|motorola/i.test(displayName) ? 'android' : null
}

/** Whether Microsoft's name for a registration says that it is on a tablet. */
export function kindShown({ displayName }: Pick<SeenMethod, 'displayName'>): DeviceKind {
  return /ipad|\btab(let)?\b/i.test(displayName ?? '') ? 'tablet' : 'phone'
}

/** What is bound to one device and cannot be restored on another, by name; null for what is not. */
export type Bound = 'passkey' | 'phone_sign_in'

/** A passkey in Authenticator, or phone sign-in: Microsoft gives a date of creation to no other Authenticator. */
export function boundTo(method: Pick<SeenMethod, 'kind' | 'aaguid'> & { isDated: boolean }): Bound | null {
  if (isAuthenticatorPasskey(method)) return 'passkey'
  return method.kind === 'microsoftAuthenticator' && method.isDated ? 'phone_sign_in' : null
}

/** Of things with names, those whose name another one bears too, however it is written. */
export function listAlike<Thing extends { name: string | null }>(things: readonly Thing[]): Set<Thing> {
  const of = ({ name }: Thing) => name?.trim().toLowerCase() ?? ''
  const counts = new Map<string, number>()
  for (const thing of things) counts.set(of(thing), (counts.get(of(thing)) ?? 0) + 1)
  return new Set(things.filter((thing) => (counts.get(of(thing)) ?? 0) > 1))
}

/** What a device is called: as its owner says, else as Microsoft shows it, else what it is. `Android` says little, and is true. */
export function nameOf(
  {
    name,
    model,
    platform,
    kind,
  }: { name: string | null; model: string | null; platform: Platform | null; kind: string },
  shownName: string | null,
): string | null {
  const plain =
    platform === 'ios' ? (kind === 'tablet' ? 'iPad' : 'iPhone') : platform === 'android' ? 'Android' : null
  return name ?? shownName ?? model ?? plain
}
