/** Where the texts are known from: Microsoft's own pages. */
export const sources = {
  transfer:
    'https://learn.microsoft.com/entra/identity/authentication/how-to-transfer-authenticator-new-phone',
  backup:
    'https://support.microsoft.com/account-billing/back-up-and-recover-account-credentials-in-the-authenticator-app-bb939936-7a8d-4e88-bc43-49bc1a700a40',
  registration:
    'https://learn.microsoft.com/entra/identity/authentication/concept-registration-mfa-sspr-combined',
  numberMatch: 'https://learn.microsoft.com/entra/identity/authentication/how-to-mfa-number-match',
  authenticator:
    'https://learn.microsoft.com/entra/identity/authentication/concept-authentication-authenticator-app',
  phoneRetirement: 'https://learn.microsoft.com/entra/identity/authentication/concept-sms-voice-retirement',
  enrolIos: 'https://learn.microsoft.com/intune/intune-service/user-help/enroll-your-device-in-intune-ios',
  enrolAndroid:
    'https://learn.microsoft.com/intune/intune-service/user-help/enroll-device-android-work-profile',
} as const
