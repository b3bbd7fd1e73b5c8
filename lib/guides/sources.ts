/** Where the texts are known from. Every page was opened, and says what is said of it here. */
export const sources = {
  /** What a backup brings back, how it is turned on, and that the old phone stays until the end. */
  transfer:
    'https://learn.microsoft.com/entra/identity/authentication/how-to-transfer-authenticator-new-phone',
  /** Which accounts a backup holds, and that it stays within one kind of phone. */
  backup:
    'https://support.microsoft.com/account-billing/back-up-your-accounts-in-microsoft-authenticator-bb939936-7a8d-4e88-bc43-49bc1a700a40',
  /** "Restore from backup" or "Begin recovery" before signing in; signed in already, sign out first. */
  restore:
    'https://support.microsoft.com/account-billing/restore-account-credentials-from-microsoft-authenticator-ce53096e-1e1c-4840-9e32-1618bc33cd43',
  /** Security info: what can be added and deleted there, the ten minutes, and other makers' apps. */
  registration:
    'https://learn.microsoft.com/entra/identity/authentication/concept-registration-mfa-sspr-combined',
  /** The number to type, watches, and apps that are too old for it. */
  numberMatch: 'https://learn.microsoft.com/entra/identity/authentication/how-to-mfa-number-match',
  /** The limit of five, passkeys that stay on their phone, and requests that come without a notification. */
  authenticator:
    'https://learn.microsoft.com/entra/identity/authentication/concept-authentication-authenticator-app',
  /** That a registration is named after its phone. */
  deviceName: 'https://learn.microsoft.com/graph/api/resources/microsoftauthenticatorauthenticationmethod',
  /** When text messages and calls end. */
  phoneRetirement: 'https://learn.microsoft.com/entra/identity/authentication/concept-sms-voice-retirement',
  /** How often and how long a Temporary Access Pass works. */
  pass: 'https://learn.microsoft.com/entra/identity/authentication/howto-authentication-temporary-access-pass',
  /** That only managed phones get in, and that this does not stand in the way of enrolment. */
  compliance:
    'https://learn.microsoft.com/entra/identity/conditional-access/policy-all-users-device-compliance',
  enrolIos: 'https://learn.microsoft.com/intune/intune-service/user-help/enroll-your-device-in-intune-ios',
  enrolAndroid:
    'https://learn.microsoft.com/intune/intune-service/user-help/enroll-device-android-work-profile',
  /** The old way of backing up on iPhone, which Microsoft no longer describes: the article this began with. */
  legacyBackup: 'https://it.ittrip.xyz/windows/troubleshooting/backup-authenticator-ios',
  /** A phone that asks itself: approve on the old one, take another way, or have it reset. */
  newPhone: 'https://learn.microsoft.com/answers/questions/5845976',
  /** "Sign in to update your backup", again and again. */
  backupLoop: 'https://learn.microsoft.com/answers/questions/5871883',
  /** Jailbroken and rooted phones: warned, blocked, wiped, with no way to opt out. */
  jailbreak: 'https://www.theregister.com/2026/03/10/microsoft_authenticator_checks/',
} as const
