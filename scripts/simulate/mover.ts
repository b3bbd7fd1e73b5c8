import type { TrackedMethod } from '@/lib/domain/evidence'
import { authenticatorPasskeys } from '@/lib/domain/method'
import type { Luck } from './luck'
import type { Rates } from './rates'

/** Where a registration really is, whatever anybody says. */
export type Place = 'old' | 'new' | 'tablet' | 'laptop' | 'key' | 'sim'

export type Registration = TrackedMethod & {
  place: Place
  /** Whether it answers at all. */
  works: boolean
}

/** One person, their devices and what Microsoft has of them. The truth, which no rule sees. */
export type Mover = {
  registrations: Registration[]
  numberChanges: boolean
  /** The old phone is in their hands and not wiped. */
  hasOld: boolean
  isOldOff: boolean
  luck: Luck
  rates: Rates
}

const minutes: Date[] = []

/** The minute of the move as an instant; the move begins on a Monday morning before Microsoft's text messages end. */
export function minute(count: number): Date {
  minutes[count] ??= new Date(Date.UTC(2026, 10, 23, 8, count))
  return minutes[count]
}

/** Somebody before their move, with an Authenticator on the old phone and whatever chance gave them besides. */
export function makeMover(luck: Luck, rates: Rates): Mover {
  const is = (name: 'hasTablet' | 'hasPasskeyOnPhone' | 'hasTextMessage' | 'hasHello' | 'hasKey') =>
    luck(name) < rates[name]
  return {
    registrations: [
      register('old-app', 'old', 'microsoftAuthenticator', 0),
      ...(is('hasPasskeyOnPhone')
        ? [register('old-passkey', 'old', 'fido2', 0, authenticatorPasskeys[0])]
        : []),
      ...(is('hasTablet') ? [register('tablet', 'tablet', 'microsoftAuthenticator', 0)] : []),
      ...(is('hasTextMessage') ? [register('sim', 'sim', 'phone', 0)] : []),
      ...(is('hasHello') ? [register('hello', 'laptop', 'windowsHelloForBusiness', 0)] : []),
      ...(is('hasKey') ? [register('key', 'key', 'fido2', 0, 'cb69481e-8ff7-4039-93ec-0a2729a154a8')] : []),
    ],
    numberChanges: luck('numberChanges') < rates.numberChanges,
    hasOld: true,
    isOldOff: false,
    luck,
    rates,
  }
}

/** A registration as Microsoft would show it from that minute on. */
export function register(id: string, place: Place, kind: string, at: number, aaguid?: string): Registration {
  return {
    ...{ id, place, kind, works: true, displayName: id, deviceTag: null, appVersion: null },
    ...{ aaguid: aaguid ?? null, isDefault: false, firstSeenAt: minute(at), goneAt: null, lastUsedAt: null },
  }
}

/** Whether a registration would let its owner in at this moment. */
export function letsIn(
  { place, works, goneAt }: Registration,
  mover: Mover,
  { isOldOff }: Pick<Mover, 'isOldOff'> = mover,
): boolean {
  if (goneAt || !works) return false
  if (place === 'old') return mover.hasOld && !isOldOff
  // A number that changes goes with the old phone.
  if (place === 'sim') return !mover.numberChanges || mover.hasOld
  return true
}

/** Whether anything would; an old phone that is merely off can be switched on again. */
export function canSignIn(mover: Mover): boolean {
  return mover.registrations.some((one) => letsIn(one, mover, { isOldOff: false }))
}

/** What a sign-in by a registration puts into `amr`. */
export function amrOf({ kind, aaguid }: Registration): string[] {
  if (kind === 'microsoftAuthenticator') return ['pwd', 'rsa', 'ngcmfa', 'mfa']
  if (kind === 'fido2')
    return aaguid && authenticatorPasskeys.includes(aaguid) ? ['fido', 'rsa', 'mfa'] : ['fido', 'mfa']
  return kind === 'phone' ? ['pwd', 'sms', 'mfa'] : ['hwk', 'mfa', 'ngcmfa']
}
