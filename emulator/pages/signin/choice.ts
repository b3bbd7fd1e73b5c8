import { meetsStrength } from '../../signin/authentication'
import { authenticatorAaGuids, type Fido2Method, type Method } from '../../world/method'
import type { Person } from '../../world/person'
import { isReachable } from '../../world/ring'
import type { IconName } from '../icons'

/** One way to prove who one is. `amr` is what Entra writes into the token for it. */
export type Choice = {
  /** Stands in forms: which button was pressed. */
  key: string
  name: string
  icon: IconName
  hint: string
  amr: string[]
} & (
  | { step: 'push'; isPasswordless: boolean }
  | { step: 'code'; kind: 'totp' | 'pass' }
  | { step: 'text' | 'call'; phoneNumber: string; methodId: string }
  | { step: 'device'; methodId: string; button: string; refusal: string | null }
)

/** The ways a person can choose from, strongest first; empty when none is there, or none is strong enough. */
export function choicesOf(person: Person, strengthId: string | null = null): Choice[] {
  if (!person.accountEnabled) return []
  const choices = [
    ...person.methods.filter((method) => method.kind === 'fido2').map((method) => passkey(person, method)),
    ...person.methods.filter((method) => method.kind === 'windowsHelloForBusiness').map(windowsHello),
    ...authenticator(person),
    ...person.methods
      .filter((method) => method.kind === 'temporaryAccessPass')
      .slice(0, 1)
      .map(pass),
    ...person.methods.flatMap(phone),
  ]
  return choices.filter(({ amr }) => meetsStrength(strengthId, amr))
}

function authenticator(person: Person): Choice[] {
  const apps = person.methods.filter((method) => method.kind === 'microsoftAuthenticator')
  const hasApp = apps.length > 0
  const choices: Choice[] = []
  if (apps.some(({ passwordless }) => passwordless))
    choices.push({
      key: 'phone-sign-in',
      name: 'Sign in with a phone, without a password',
      icon: 'phone',
      hint: 'Microsoft Authenticator',
      amr: ['swk', 'rsa', 'mfa'],
      step: 'push',
      isPasswordless: true,
    })
  if (hasApp)
    choices.push({
      key: 'push',
      name: 'Approve a request on Microsoft Authenticator',
      icon: 'bell',
      hint: 'A number appears here; pick it on the phone',
      amr: ['pwd', 'rsa', 'ngcmfa', 'mfa'],
      step: 'push',
      isPasswordless: false,
    })
  if (hasApp || person.methods.some(({ kind }) => kind === 'softwareOath'))
    choices.push({
      key: 'totp',
      name: hasApp ? 'Use a code from Microsoft Authenticator' : 'Use a code from an authenticator app',
      icon: 'digits',
      hint: 'Six digits that change every 30 seconds',
      amr: ['pwd', 'totp', 'mfa'],
      step: 'code',
      kind: 'totp',
    })
  return choices
}

function pass(): Choice {
  return {
    key: 'pass',
    name: 'Use a Temporary Access Pass',
    icon: 'pass',
    hint: 'A code that the helpdesk had shown to you',
    amr: ['otp', 'mfa'],
    step: 'code',
    kind: 'pass',
  }
}

function phone(method: Method): Choice[] {
  if (method.kind !== 'phone') return []
  const number = masked(method.phoneNumber)
  const target = { phoneNumber: method.phoneNumber, methodId: method.id }
  const call: Choice = {
    ...target,
    key: `call-${method.phoneType}`,
    name: `Call ${number}`,
    icon: 'call',
    hint: 'Answer and press #',
    amr: ['pwd', 'tel', 'mfa'],
    step: 'call',
  }
  if (method.phoneType === 'office') return [call]
  const text: Choice = {
    ...target,
    key: `text-${method.phoneType}`,
    name: `Text ${number}`,
    icon: 'message',
    hint: 'A code by text message',
    amr: ['pwd', 'sms', 'mfa'],
    step: 'text',
  }
  return [text, call]
}

function passkey(person: Person, method: Fido2Method): Choice {
  const isInApp = Object.values<string>(authenticatorAaGuids).includes(method.aaGuid)
  const holder = person.phones.find(({ id }) => id === method.phoneId)
  const made = {
    key: `passkey-${method.id}`,
    amr: ['fido', 'mfa'],
    step: 'device' as const,
    methodId: method.id,
  }
  if (!isInApp)
    return {
      ...made,
      name: `Security key ${method.displayName}`,
      icon: 'key',
      hint: method.model,
      button: `Touch ${method.displayName}`,
      refusal: null,
    }
  const isThere = holder !== undefined && isReachable(holder) && holder.passkeyMethodIds.includes(method.id)
  return {
    ...made,
    name: 'Passkey in Authenticator',
    icon: 'key',
    hint: holder?.name ?? method.displayName,
    button: `Use the passkey on ${holder?.label ?? method.displayName}`,
    refusal: isThere ? null : 'The phone that holds this passkey cannot be reached.',
  }
}

function windowsHello(method: Method & { kind: 'windowsHelloForBusiness' }): Choice {
  return {
    key: `hello-${method.id}`,
    name: 'Windows Hello',
    icon: 'laptop',
    hint: method.displayName,
    amr: ['hwk', 'mfa', 'ngcmfa'],
    step: 'device',
    methodId: method.id,
    button: `Unlock ${method.displayName}`,
    refusal: null,
  }
}

/** +39 3351234512 as "+39 XXXXXXXX12": enough to know one's own number, as at Microsoft. */
export function masked(phoneNumber: string): string {
  const [country = '', ...rest] = phoneNumber.split(' ')
  const digits = rest.join('')
  return `${country} ${'X'.repeat(Math.max(digits.length - 2, 0))}${digits.slice(-2)}`
}
