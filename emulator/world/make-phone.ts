import type { AppAccount, Phone, Platform } from './phone'
import { base32Of } from './random'

/** A phone that is on, online, with the current app and nothing in it, unless said otherwise. */
export function makePhone(
  ownerId: string,
  slot: Phone['slot'],
  made: Pick<Phone, 'name' | 'label' | 'platform' | 'osVersion'> & Partial<Phone>,
): Phone {
  const isApple = made.platform !== 'android'
  return {
    id: `${ownerId}~${slot}`,
    ownerId,
    slot,
    appVersion: currentAppVersion(made.platform),
    backupModel: isApple ? 'ios_keychain' : 'android',
    condition: 'on',
    flightMode: false,
    approvalsFail: false,
    simNumber: null,
    accounts: [],
    passkeyMethodIds: [],
    icloud: { drive: isApple, keychain: isApple, backup: isApple, authenticator: isApple },
    backupOn: false,
    ...made,
  }
}

/** The app version stores hand out in this tenant's days. */
export function currentAppVersion(platform: Platform): string {
  return platform === 'android' ? '6.2510.7012' : '6.8.40'
}

/** The work account as an app that registered it shows it. */
export function workAccount(label: string, methodId: string | null, totpSecret: string | null): AppAccount {
  return { id: `work-${methodId ?? 'name-only'}`, kind: 'work', label, methodId, totpSecret }
}

/** Two accounts that are nobody's business but the phone's owner's. */
export function privateAccounts(seed: number, index: number): AppAccount[] {
  return [
    {
      id: 'other-bank',
      kind: 'other',
      issuer: 'Example Bank',
      label: 'current account',
      totpSecret: base32Of(seed, index, 21),
    },
    {
      id: 'other-shop',
      kind: 'other',
      issuer: 'Example Shop',
      label: 'private',
      totpSecret: base32Of(seed, index, 22),
    },
  ]
}
