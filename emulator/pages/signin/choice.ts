import { meetsStrength } from '../../signin/authentication'
import { appCodesAllowed, isAllowed, type PolicyMethod } from '../../world/allowed-methods'
import { authenticatorAaGuids, type Fido2Method, type Method } from '../../world/method'
import type { Person } from '../../world/person'
import { isReachable } from '../../world/ring'
import type { ProofKind } from '../../world/uncertain'
import type { World } from '../../world/world'
import type { IconName } from '../icons'

/** One way to prove who one is. */
export type Choice = {
  /** Stands in forms: which button was pressed. */
  key: string
  name: string
  icon: IconName
  hint: string
  /** Decides what Entra writes into the token as amr. */
  kind: ProofKind
} & (
  | { step: 'push'; isPasswordless: boolean }
  | { step: 'code' }
  | { step: 'text' | 'call'; phoneNumber: string; methodId: string }
  | { step: 'device'; methodId: string; button: string; refusal: string | null }
)

/** The ways a person can choose from, strongest first; empty when none is there, or none is strong enough. */
export function choicesOf(world: World, person: Person, strengthId: string | null = null): Choice[] {
  if (!person.accountEnabled) return []
  const allows = (id: PolicyMethod) => isAllowed(world, person, id)
  const choices = [
    ...person.methods
      .filter((method) => method.kind === 'fido2')
      .filter(() => allows('Fido2'))
      .map((method) => passkey(person, method)),
    ...person.methods.filter((method) => method.kind === 'windowsHelloForBusiness').map(windowsHello),
    ...authenticator(world, person),
    ...person.methods
      .filter((method) => method.kind === 'temporaryAccessPass' && allows('TemporaryAccessPass'))
      .slice(0, 1)
      .map(pass),
    ...person.methods.flatMap(phone).filter(({ step }) => allows(step === 'text' ? 'Sms' : 'Voice')),
  ]
  return choices.filter(({ kind }) => meetsStrength(strengthId, kind))
}

function authenticator(world: World, person: Person): Choice[] {
  const apps = person.methods.filter(
    (method) =>
      method.kind === 'microsoftAuthenticator' && isAllowed(world, person, 'MicrosoftAuthenticator'),
  )
  const hasApp = apps.length > 0
  const codes = codeMethods(world, person)
  const choices: Choice[] = []
  if (apps.some((app) => app.kind === 'microsoftAuthenticator' && app.passwordless))
    choices.push({
      key: 'phone-sign-in',
      name: 'Sign in with a phone, without a password',
      icon: 'phone',
      hint: 'Microsoft Authenticator',
      kind: 'phoneSignIn',
      step: 'push',
      isPasswordless: true,
    })
  if (hasApp)
    choices.push({
      key: 'push',
      name: 'Approve a request on Microsoft Authenticator',
      icon: 'bell',
      hint: 'A number appears here; pick it on the phone',
      kind: 'push',
      step: 'push',
      isPasswordless: false,
    })
  if (codes.length > 0)
    choices.push({
      key: 'totp',
      name: codes.some(({ kind }) => kind === 'microsoftAuthenticator')
        ? 'Use a code from Microsoft Authenticator'
        : 'Use a code from an authenticator app',
      icon: 'digits',
      hint: 'Six digits that change every 30 seconds',
      kind: codes.every(({ kind }) => kind === 'hardwareOath') ? 'hardwareCode' : 'code',
      step: 'code',
    })
  return choices
}

/** Registrations whose six digits count today. */
export function codeMethods(world: World, person: Person): (Method & { totpSecret: string })[] {
  return person.methods.filter((method): method is Method & { totpSecret: string } => {
    if (!('totpSecret' in method)) return false
    if (method.kind === 'softwareOath') return isAllowed(world, person, 'SoftwareOath')
    if (method.kind === 'hardwareOath') return isAllowed(world, person, 'HardwareOath')
    return isAllowed(world, person, 'MicrosoftAuthenticator') && appCodesAllowed(world)
  })
}

function pass(): Choice {
  return {
    key: 'pass',
    name: 'Use a Temporary Access Pass',
    icon: 'pass',
    hint: 'A code that the helpdesk had shown to you',
    kind: 'pass',
    step: 'code',
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
    kind: 'call',
    step: 'call',
  }
  if (method.phoneType === 'office') return [call]
  const text: Choice = {
    ...target,
    key: `text-${method.phoneType}`,
    name: `Text ${number}`,
    icon: 'message',
    hint: 'A code by text message',
    kind: 'text',
    step: 'text',
  }
  return [text, call]
}

function passkey(person: Person, method: Fido2Method): Choice {
  const isInApp = Object.values<string>(authenticatorAaGuids).includes(method.aaGuid)
  const holder = person.phones.find(({ id }) => id === method.phoneId)
  const made = {
    key: `passkey-${method.id}`,
    kind: 'passkey' as const,
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
    kind: 'windowsHello',
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
