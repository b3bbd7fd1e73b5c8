import type { Method, PhoneMethod } from '../world/method'
import { usabilityOf } from '../world/pass'
import type { Person } from '../world/person'
import type { World } from '../world/world'
import type { Version } from './request'

type View = Record<string, unknown>

/** How a method is shown: whose it is, to whom, and in which version. */
export type Viewing = { world: World; version: Version; owner: Person; masksPhones: boolean }

const types: Record<Exclude<Method['kind'], 'unknown'>, string> = {
  microsoftAuthenticator: 'microsoftAuthenticatorAuthenticationMethod',
  phone: 'phoneAuthenticationMethod',
  fido2: 'fido2AuthenticationMethod',
  softwareOath: 'softwareOathAuthenticationMethod',
  hardwareOath: 'hardwareOathAuthenticationMethod',
  temporaryAccessPass: 'temporaryAccessPassAuthenticationMethod',
  windowsHelloForBusiness: 'windowsHelloForBusinessAuthenticationMethod',
  platformCredential: 'platformCredentialAuthenticationMethod',
  email: 'emailAuthenticationMethod',
  password: 'passwordAuthenticationMethod',
}

/** Kinds that only the beta shows. */
export function isVisible(method: Method, version: Version): boolean {
  return version === 'beta' || method.kind !== 'hardwareOath'
}

/** The method with its type, as in the untyped list. */
export function typedMethodView(method: Method, viewing: Viewing): View {
  const type = method.kind === 'unknown' ? method.odataType : `#microsoft.graph.${types[method.kind]}`
  return { '@odata.type': type, ...methodView(method, viewing) }
}

/** The method as its own collection shows it. */
export function methodView(method: Method, viewing: Viewing): View {
  const beta = viewing.version === 'beta' ? { lastUsedDateTime: lastUse(method, viewing) } : {}
  return { id: method.id, ...beta, ...ownFields(method, viewing) }
}

/** Null where the service does not fill it. */
function lastUse({ kind, lastUsedDateTime }: Method, { world }: Viewing): string | null {
  const { lastUsedIsFilled } = world.settings
  const isEmpty =
    lastUsedIsFilled === 'never' || (lastUsedIsFilled === 'notForPush' && kind === 'microsoftAuthenticator')
  return isEmpty ? null : lastUsedDateTime
}

function ownFields(method: Method, viewing: Viewing): View {
  const { createdDateTime } = method
  switch (method.kind) {
    case 'microsoftAuthenticator': {
      const { displayName, deviceTag, phoneAppVersion, clientAppName } = method
      const beta = viewing.version === 'beta' ? { clientAppName } : {}
      return { displayName, deviceTag, phoneAppVersion, createdDateTime, ...beta }
    }
    case 'phone': {
      const { phoneType, smsSignInState } = method
      return { phoneNumber: shownNumber(method, viewing), phoneType, smsSignInState, createdDateTime }
    }
    case 'fido2': {
      const { displayName, aaGuid, model, attestationLevel, passkeyType } = method
      return {
        displayName,
        createdDateTime,
        aaGuid,
        model,
        attestationCertificates: [],
        attestationLevel,
        passkeyType,
      }
    }
    case 'softwareOath':
      return { secretKey: null, createdDateTime }
    case 'hardwareOath': {
      const { serialNumber, manufacturer, model } = method
      return {
        createdDateTime,
        device: { id: method.id, serialNumber, manufacturer, model, status: 'activated' },
      }
    }
    case 'temporaryAccessPass': {
      const { startDateTime, lifetimeInMinutes, isUsableOnce } = method
      const shown = {
        temporaryAccessPass: null,
        createdDateTime,
        startDateTime,
        lifetimeInMinutes,
        isUsableOnce,
      }
      if (viewing.version === 'beta') return shown
      const methodUsabilityReason = usabilityOf(viewing.world, viewing.owner, method)
      return { ...shown, isUsable: methodUsabilityReason === 'EnabledByPolicy', methodUsabilityReason }
    }
    case 'windowsHelloForBusiness':
      return { displayName: method.displayName, createdDateTime, keyStrength: method.keyStrength }
    case 'platformCredential':
      return {
        displayName: method.displayName,
        createdDateTime,
        keyStrength: method.keyStrength,
        platform: method.platform,
      }
    case 'email':
      return { emailAddress: method.emailAddress }
    case 'password':
      return { password: null, createdDateTime }
    case 'unknown':
      return { createdDateTime }
  }
}

/** Country code and the last two digits stay, as Authentication Administrators see it. */
function shownNumber({ phoneNumber }: PhoneMethod, { masksPhones }: Viewing): string {
  if (!masksPhones) return phoneNumber
  const [country = '', ...rest] = phoneNumber.split(' ')
  const digits = rest.join('')
  return `${country} ${'X'.repeat(Math.max(0, digits.length - 2))}${digits.slice(-2)}`
}
