import type {
  AuthenticatorMethod,
  Fido2Method,
  PasswordMethod,
  PhoneMethod,
  SoftwareOathMethod,
  WindowsHelloMethod,
} from './method'
import { fixedMethodIds } from './method'
import { base32Of, guidOf, hash32, wordNumber } from './random'

/** Where in the generated tenant a method belongs: its id and secret follow from these. */
export type Origin = { seed: number; index: number; createdAt: string | null; usedAt: string | null }

const dates = ({ createdAt, usedAt }: Origin) => ({ createdDateTime: createdAt, lastUsedDateTime: usedAt })

/** The password entry everybody has. */
export function makePassword(origin: Origin): PasswordMethod {
  return { kind: 'password', id: fixedMethodIds.password, ...dates(origin), lastUsedDateTime: null }
}

/** A push and code registration: like Microsoft's, it has no creation date. */
export function makeAuthenticator(
  origin: Origin,
  made: Pick<AuthenticatorMethod, 'displayName' | 'phoneAppVersion' | 'phoneId'> & {
    word: string
    passwordless?: boolean
  },
): AuthenticatorMethod {
  const passwordless = made.passwordless ?? false
  const purpose = wordNumber(made.word) & 0xffff
  return {
    kind: 'microsoftAuthenticator',
    id: guidOf(origin.seed, `authenticator ${made.word}`, origin.index),
    createdDateTime: passwordless ? origin.createdAt : null,
    lastUsedDateTime: origin.usedAt,
    displayName: made.displayName,
    deviceTag: 'SoftwareTokenActivated',
    phoneAppVersion: made.phoneAppVersion,
    clientAppName: 'microsoftAuthenticator',
    passwordless,
    deviceObjectId: passwordless ? guidOf(origin.seed, `device ${made.word}`, origin.index) : null,
    phoneId: made.phoneId,
    totpSecret: base32Of(origin.seed, origin.index, purpose),
  }
}

export function makePhoneMethod(
  origin: Origin,
  phoneType: PhoneMethod['phoneType'],
  phoneNumber: string,
): PhoneMethod {
  const smsSignInState = phoneType === 'mobile' ? 'notAllowedByPolicy' : 'notSupported'
  return {
    kind: 'phone',
    id: fixedMethodIds[phoneType],
    ...dates(origin),
    phoneType,
    phoneNumber,
    smsSignInState,
  }
}

export function makeFido2(
  origin: Origin,
  made: Pick<Fido2Method, 'displayName' | 'aaGuid' | 'model' | 'phoneId'> &
    Partial<Pick<Fido2Method, 'passkeyType'>>,
): Fido2Method {
  const id = Buffer.from(guidOf(origin.seed, `fido2 ${made.model}`, origin.index).replaceAll('-', ''), 'hex')
  return {
    kind: 'fido2',
    id: id.toString('base64url'),
    ...dates(origin),
    passkeyType: 'deviceBound',
    attestationLevel: made.phoneId ? 'notAttested' : 'attested',
    ...made,
  }
}

export function makeSoftwareOath(origin: Origin, phoneId: string | null): SoftwareOathMethod {
  return {
    kind: 'softwareOath',
    id: guidOf(origin.seed, 'softwareOath', origin.index),
    ...dates(origin),
    totpSecret: base32Of(origin.seed, origin.index, 77),
    phoneId,
  }
}

export function makeWindowsHello(origin: Origin, displayName: string): WindowsHelloMethod {
  const id = guidOf(origin.seed, 'windowsHello', origin.index)
  return { kind: 'windowsHelloForBusiness', id, ...dates(origin), displayName, keyStrength: 'normal' }
}

/** An invented subscriber number with the site's prefix; the last two digits tell people apart on screen. */
export function phoneNumberOf(seed: number, index: number, prefix: string, purpose = 'mobile'): string {
  const digits = hash32(seed, index, wordNumber(purpose)) % 100_000
  return `${prefix}${String(digits).padStart(5, '0')}`
}

/** A security key of a make that does not exist. */
export const securityKey = {
  displayName: 'Blue security key',
  aaGuid: '00000000-1111-4222-8333-444444444444',
  model: 'Aurora Key 5 NFC',
  phoneId: null,
}
