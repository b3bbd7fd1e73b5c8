import type { AllowedFor, AllowedMethods } from './allowed-methods'

/** A second way in that can be set up now, from the easiest to the last. */
export const setUps = ['kept_app', 'key', 'app_code', 'hardware_code'] as const
export type SetUp = (typeof setUps)[number]

const easiest: Record<string, number> = {
  microsoftAuthenticator: 1,
  windowsHelloForBusiness: 2,
  platformCredential: 2,
  fido2: 3,
  softwareOath: 4,
  hardwareOath: 5,
  externalAuthentication: 6,
}

/** The place of a way in among others: low is easy and lasting; a text message or a call always comes last. */
export function rankOfWay({ kind, isPhone }: { kind: string; isPhone: boolean }): number {
  return isPhone ? 1 : (easiest[kind] ?? 9)
}

/** Whether a way in is one to lean on. What Microsoft is about to stop is not. */
export function isLasting({ kind }: { kind: string }): boolean {
  return kind !== 'phone'
}

type Situation = {
  /** Null where the policy could not be read: then nothing is ruled out. */
  allowed: AllowedMethods | null
  /** Whether the person has another phone or tablet that stays. */
  keepsDevice: boolean
}

/** What this tenant lets somebody set up as a second way in, the easiest first; empty: nothing but the desk. */
export function listSetUps({ allowed, keepsDevice }: Situation): SetUp[] {
  const may: Record<SetUp, boolean> = {
    kept_app: keepsDevice && isAllowed(allowed?.authenticator),
    key: isAllowed(allowed?.passkey),
    app_code: keepsDevice && isAllowed(allowed?.otherAppCode),
    // Handed out by the organisation, so it is named only where the policy speaks of it.
    hardware_code: allowed !== null && allowed.hardwareCode !== null && isAllowed(allowed.hardwareCode),
  }
  return setUps.filter((setUp) => may[setUp])
}

function isAllowed(allowed: AllowedFor | null | undefined): boolean {
  return allowed !== 'nobody'
}
