/** A refusal as Graph words it. */
export type Refusal = { status: number; code: string; message: string }

/** Ways to prove who one is, as the tenant's tokens tell them apart. */
export type ProofKind =
  | 'singleSignOn'
  | 'push'
  | 'code'
  | 'hardwareCode'
  | 'phoneSignIn'
  | 'passkey'
  | 'windowsHello'
  | 'text'
  | 'call'
  | 'pass'

/**
 * What no page of Microsoft settles, each with what seems most likely. A probe of a real tenant finds out, and writes
 * a settings file; until then code must cope with every value. README.md has the list with what each means.
 */
export type Uncertain = {
  /** Which registration counts as the default, and so cannot be deleted while others remain. */
  defaultMethodRule: 'kind' | 'registration' | 'everyOfKind'
  /** People who delete their own default: refused as everybody is, or the default moves to what remains. */
  ownDefaultDeletion: 'refused' | 'moves'
  /** Whether beta's lastUsedDateTime moves. */
  lastUsedIsFilled: 'always' | 'notForPush' | 'never'
  /** Whether the sign-in log names the phone that approved, and whether it knows the id of a phone without device object. */
  signInLogNamesPhone: boolean
  signInLogNamesDeviceId: boolean
  /** What a delegated token carries: everything granted to the app, or what was asked for. */
  tokenScopes: 'granted' | 'asked'
  /** What `prompt=login` asks of somebody whose MFA this browser remembers. */
  promptLogin: 'method' | 'password'
  /** `auth_time` after a step-up: when the method was used, or when the session's first factor was. */
  authTimeIs: 'lastProof' | 'firstFactor'
  /** A request with max_age gets tokens that end with it. */
  maxAgeShortensTokens: boolean
  amr: Record<ProofKind, readonly string[]>
  answers: Record<'notAllowed' | 'staleSignIn' | 'passDisabled' | 'methodGone' | 'userGone', Refusal>
  /** A pass for several uses where the policy has one-time passes: made as a one-time pass, or refused. */
  passAgainstPolicy: 'oneTime' | 'refused'
  /** A limit of the methods API per app and person who calls. */
  methodsLimit: { calls: number; seconds: number; hasRetryAfter: boolean } | null
  /** Query options of the methods list: the page says there are none. */
  methodsQueryOptions: 'refused' | 'ignored'
  /** Whether a cast on memberships needs the header of advanced queries; the pages say so, and their examples do without. */
  castsNeedHeader: boolean
  /** Which permission family opens beta's signInPreferences. */
  preferencesPermission: 'methods' | 'policies'
  usersTopMax: number
  usersTopAbove: 'refused' | 'clamped' | 'ignored'
  deltaTokenDays: number
  revokeStatus: 200 | 204
  auditKeepsClientRequestId: boolean
  /** An event with a transaction id that was used: the first one again, 409 or 400. */
  repeatedEvent: 'sameEvent' | 'conflict' | 'badRequest'
  /** Whether a third-party code added on one iPhone shows on the other by itself. */
  icloudCodesSync: 'whenOpened' | 'live'
  /** What becomes of a legacy iOS backup when the app is updated. */
  legacyBackupAfterUpdate: 'gone' | 'kept'
}

export const firstUncertain: Uncertain = {
  defaultMethodRule: 'kind',
  ownDefaultDeletion: 'refused',
  lastUsedIsFilled: 'always',
  signInLogNamesPhone: true,
  signInLogNamesDeviceId: false,
  tokenScopes: 'granted',
  promptLogin: 'method',
  authTimeIs: 'lastProof',
  maxAgeShortensTokens: false,
  // https://learn.microsoft.com/entra/identity-platform/optional-claims-reference, table of amr values
  amr: {
    singleSignOn: ['pwd', 'mfa'],
    push: ['pwd', 'rsa', 'ngcmfa', 'mfa'],
    code: ['pwd', 'totp', 'mfa'],
    hardwareCode: ['pwd', 'hotp', 'mfa'],
    phoneSignIn: ['swk', 'rsa', 'mfa'],
    passkey: ['fido', 'mfa'],
    windowsHello: ['hwk', 'mfa', 'ngcmfa'],
    text: ['pwd', 'sms', 'mfa'],
    call: ['pwd', 'tel', 'mfa'],
    pass: ['otp', 'mfa'],
  },
  answers: {
    notAllowed: { status: 403, code: 'accessDenied', message: 'Request Authorization failed' },
    staleSignIn: {
      status: 403,
      code: 'accessDenied',
      message: 'Multifactor authentication is required to manage your own methods. Please sign in again.',
    },
    passDisabled: {
      status: 400,
      code: 'badRequest',
      message: 'Temporary Access Pass is not enabled by policy.',
    },
    methodGone: {
      status: 404,
      code: 'resourceNotFound',
      message: 'The requested authentication method was not found.',
    },
    userGone: { status: 404, code: 'userNotFound', message: 'The requested user was not found.' },
  },
  passAgainstPolicy: 'refused',
  methodsLimit: null,
  methodsQueryOptions: 'refused',
  castsNeedHeader: true,
  preferencesPermission: 'methods',
  usersTopMax: 999,
  usersTopAbove: 'refused',
  deltaTokenDays: 7,
  revokeStatus: 200,
  auditKeepsClientRequestId: true,
  repeatedEvent: 'conflict',
  icloudCodesSync: 'whenOpened',
  legacyBackupAfterUpdate: 'gone',
}
