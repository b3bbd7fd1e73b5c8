import { authenticatorAaGuids, type Method, type Preference } from '../../world/method'
import type { IconName } from '../icons'

type MethodWords = { title: string; detail: string; icon: IconName }

/** How Security info names a method. */
export function methodWords(method: Method): MethodWords {
  switch (method.kind) {
    case 'microsoftAuthenticator':
      return { title: 'Microsoft Authenticator', detail: method.displayName, icon: 'bell' }
    case 'phone':
      return { title: phoneTitles[method.phoneType], detail: method.phoneNumber, icon: 'message' }
    case 'fido2':
      return {
        title: Object.values<string>(authenticatorAaGuids).includes(method.aaGuid)
          ? 'Passkey in Authenticator'
          : 'Security key',
        detail: method.displayName,
        icon: 'key',
      }
    case 'softwareOath':
      return { title: 'Authenticator app', detail: 'Codes only', icon: 'digits' }
    case 'hardwareOath':
      return {
        title: 'Hardware token',
        detail: `${method.manufacturer} ${method.serialNumber}`,
        icon: 'digits',
      }
    case 'temporaryAccessPass':
      return { title: 'Temporary Access Pass', detail: 'Made by an administrator', icon: 'pass' }
    case 'windowsHelloForBusiness':
    case 'platformCredential':
      return { title: 'Windows Hello', detail: method.displayName, icon: 'laptop' }
    case 'email':
      return { title: 'Email', detail: method.emailAddress, icon: 'mail' }
    case 'password':
      return { title: 'Password', detail: 'Change it at the service desk', icon: 'key' }
    case 'unknown':
      return { title: 'Another method', detail: method.odataType, icon: 'key' }
  }
}

const phoneTitles = { mobile: 'Phone', alternateMobile: 'Alternate phone', office: 'Office phone' } as const

/** What Security info offers to take off the list; the rest belongs to devices or administrators. */
export function isOwnToDelete(method: Method): boolean {
  return ![
    'password',
    'windowsHelloForBusiness',
    'platformCredential',
    'temporaryAccessPass',
    'unknown',
  ].includes(method.kind)
}

/** What a sign-in asks for first, in Security info's words. */
export const preferenceWords: Record<Preference, string> = {
  push: 'App based authentication – notification',
  oath: 'App based authentication or hardware token – code',
  voiceMobile: 'Phone – call',
  voiceAlternateMobile: 'Alternate phone – call',
  voiceOffice: 'Office phone – call',
  sms: 'Phone – text',
}
