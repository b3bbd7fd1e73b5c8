/**
 * The kinds of registration we know, by Microsoft's type names. Others are kept as Microsoft spells them
 * and count for nothing.
 */
export const methodKinds = [
  'microsoftAuthenticator',
  'fido2',
  'phone',
  'softwareOath',
  'windowsHelloForBusiness',
  'temporaryAccessPass',
  'email',
  'password',
  'platformCredential',
  'hardwareOath',
  'externalAuthentication',
] as const

export type MethodKind = (typeof methodKinds)[number]

/** One registration as Microsoft showed it at one moment. JSON-safe: instants are ISO strings. */
export type SeenMethod = {
  /** Microsoft's id; unique per person only. */
  id: string
  /** One of `methodKinds`, or a kind we do not know. */
  kind: string
  displayName: string | null
  deviceTag: string | null
  appVersion: string | null
  aaguid: string | null
  isDefault: boolean
  createdAt: string | null
  lastUsedAt: string | null
}

/** Makes of passkey that live in Microsoft Authenticator: iOS and Android. */
export const authenticatorPasskeys: readonly string[] = [
  '90a3ccdf-635c-4729-a248-9b709135078f',
  'de1e552d-db1d-4423-a619-566b625cdc84',
]

/** A passkey that lives in Microsoft Authenticator on a phone. */
export function isAuthenticatorPasskey({ kind, aaguid }: Pick<SeenMethod, 'kind' | 'aaguid'>): boolean {
  return kind === 'fido2' && aaguid !== null && authenticatorPasskeys.includes(aaguid.toLowerCase())
}

/** A registration that a new phone can be proved by. */
export function isOfAuthenticator(method: Pick<SeenMethod, 'kind' | 'aaguid'>): boolean {
  return method.kind === 'microsoftAuthenticator' || isAuthenticatorPasskey(method)
}

const mfaCapable: readonly string[] = [
  'microsoftAuthenticator',
  'fido2',
  'phone',
  'softwareOath',
  'windowsHelloForBusiness',
  'platformCredential',
  'hardwareOath',
  'externalAuthentication',
]

/** Whether somebody can pass a sign-in that asks for two factors with it. A pass, an e-mail, a password do not last or do not count. */
export function isMfaCapable({ kind }: Pick<SeenMethod, 'kind'>): boolean {
  return mfaCapable.includes(kind)
}

/** Whether a registration is a thing on a device, which the person can assign. A password is not, nor a pass or an e-mail address. */
export function belongsInBaseline(method: Pick<SeenMethod, 'kind'>): boolean {
  return isMfaCapable(method)
}

/** What a sign-in's `amr` claim says was used. */
export type FactorUsed =
  | 'authenticator_push'
  | 'authenticator_code'
  | 'phone_sign_in'
  | 'passkey'
  | 'windows_hello'
  | 'hardware_code'
  | 'text_message'
  | 'phone_call'
  | 'pass'
  | 'email_code'
  | 'remembered'

/**
 * The factor behind an `amr` claim, the strongest reading first; `remembered` when it names none.
 *
 * @see https://learn.microsoft.com/entra/identity-platform/optional-claims-reference
 */
export function factorOf(amr: readonly string[]): FactorUsed {
  const has = (value: string) => amr.includes(value)
  if (has('otp')) return 'pass'
  if (has('sms')) return 'text_message'
  if (has('tel')) return 'phone_call'
  if (has('emailotp')) return 'email_code'
  if (has('hwk')) return 'windows_hello'
  if (has('fido')) return 'passkey'
  if (has('swk')) return 'phone_sign_in'
  if (has('ngcmfa')) return 'authenticator_push'
  if (has('totp')) return 'authenticator_code'
  if (has('hotp')) return 'hardware_code'
  return 'remembered'
}

/** Whether a sign-in by this factor could have been given with this registration. */
export function couldGive(method: Pick<SeenMethod, 'kind' | 'aaguid'>, factor: FactorUsed): boolean {
  const kinds = kindsOf[factor]
  return kinds.includes(method.kind)
}

const kindsOf: Record<FactorUsed, readonly string[]> = {
  authenticator_push: ['microsoftAuthenticator'],
  authenticator_code: ['microsoftAuthenticator', 'softwareOath'],
  phone_sign_in: ['microsoftAuthenticator'],
  passkey: ['fido2'],
  windows_hello: ['windowsHelloForBusiness', 'platformCredential'],
  hardware_code: ['hardwareOath'],
  text_message: ['phone'],
  phone_call: ['phone'],
  pass: ['temporaryAccessPass'],
  email_code: ['email'],
  remembered: [],
}

/**
 * Whether a sign-in proves the kind of this registration. Only an Authenticator registration or a passkey
 * in Authenticator can be a new phone, so a text message, a pass, Windows Hello or another key never do.
 */
export function provesKind(method: Pick<SeenMethod, 'kind' | 'aaguid'>, factor: FactorUsed): boolean {
  return isOfAuthenticator(method) && couldGive(method, factor)
}
