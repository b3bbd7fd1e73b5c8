type Registration = {
  /** Unique within one person, not in the tenant: fixed ids exist for phones, e-mail and password. */
  id: string
  /** Null for Authenticator unless registered for passwordless phone sign-in, as at Microsoft. */
  createdDateTime: string | null
  /** Beta only at Microsoft. */
  lastUsedDateTime: string | null
}

export type AuthenticatorMethod = Registration & {
  kind: 'microsoftAuthenticator'
  /** The device's name as its owner gave it; two phones can share it. */
  displayName: string
  deviceTag: string
  phoneAppVersion: string
  clientAppName: 'microsoftAuthenticator' | 'outlookMobile'
  /** Passwordless phone sign-in; then `createdDateTime` and the device object are filled. */
  passwordless: boolean
  deviceObjectId: string | null
  /** The simulated phone that holds it; null for the crowd's phones nobody looks at. */
  phoneId: string | null
  totpSecret: string
}

export type PhoneMethod = Registration & {
  kind: 'phone'
  phoneType: 'mobile' | 'alternateMobile' | 'office'
  phoneNumber: string
  smsSignInState: 'notSupported' | 'notAllowedByPolicy' | 'notEnabled' | 'ready'
}

export type Fido2Method = Registration & {
  kind: 'fido2'
  displayName: string
  aaGuid: string
  model: string
  passkeyType: 'deviceBound' | 'synced'
  attestationLevel: 'attested' | 'notAttested'
  /** Set for a passkey in Authenticator: it lives and dies with that phone. */
  phoneId: string | null
}

export type SoftwareOathMethod = Registration & {
  kind: 'softwareOath'
  totpSecret: string
  phoneId: string | null
}

type HardwareOathMethod = Registration & {
  kind: 'hardwareOath'
  serialNumber: string
  manufacturer: string
  model: string
  totpSecret: string
}

export type PassMethod = Registration & {
  kind: 'temporaryAccessPass'
  /** SHA-256 of the code: the code itself is given out once and kept nowhere. */
  codeHash: string
  startDateTime: string
  lifetimeInMinutes: number
  isUsableOnce: boolean
  usedAt: string | null
}

export type WindowsHelloMethod = Registration & {
  kind: 'windowsHelloForBusiness'
  displayName: string
  keyStrength: 'normal' | 'weak' | 'unknown'
}

type PlatformCredentialMethod = Registration & {
  kind: 'platformCredential'
  displayName: string
  keyStrength: 'normal' | 'weak' | 'unknown'
  platform: 'macOS'
}

type EmailMethod = Registration & { kind: 'email'; emailAddress: string }
export type PasswordMethod = Registration & { kind: 'password' }

/** A kind this emulator has no words for; lists must survive it. */
type UnknownMethod = Registration & { kind: 'unknown'; odataType: string }

export type Method =
  | AuthenticatorMethod
  | PhoneMethod
  | Fido2Method
  | SoftwareOathMethod
  | HardwareOathMethod
  | PassMethod
  | WindowsHelloMethod
  | PlatformCredentialMethod
  | EmailMethod
  | PasswordMethod
  | UnknownMethod

export type MethodKind = Method['kind']

/** Microsoft's fixed ids, alike for everybody. */
export const fixedMethodIds = {
  mobile: '3179e48a-750b-4051-897c-87b9720928f7',
  alternateMobile: 'b6332ec1-7057-4abe-9331-3d72feddfe41',
  office: 'e37fc753-ff3b-4958-9484-eaa9425c82bc',
  password: '28c10230-6103-485e-b985-444c60001490',
  email: '3ddfcfc8-9383-446f-83cc-3ab9be4be18f',
} as const

/** AAGUIDs of passkeys in Microsoft Authenticator. */
export const authenticatorAaGuids = {
  ios: '90a3ccdf-635c-4729-a248-9b709135078f',
  android: 'de1e552d-db1d-4423-a619-566b625cdc84',
} as const

/** What Graph calls userPreferredMethodForSecondaryAuthentication. */
export type Preference = 'push' | 'oath' | 'voiceMobile' | 'voiceAlternateMobile' | 'voiceOffice' | 'sms'
