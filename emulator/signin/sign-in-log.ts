import type { App } from '../world/apps'
import type { SignInEntry } from '../world/logs'
import { writeSignIn } from '../world/logs'
import type { Method } from '../world/method'
import type { Person } from '../world/person'
import type { ProofKind } from '../world/uncertain'
import type { World } from '../world/world'
import { newId } from '../world/world'
import type { Authentication } from './authentication'

type Step = SignInEntry['steps'][number]

const step = (
  authenticationMethod: string,
  detail: string | null,
  resultDetail: string,
  requirement: string,
): Step => ({
  authenticationMethod,
  authenticationMethodDetail: detail,
  succeeded: true,
  resultDetail,
  requirement,
})

/** Writes a successful sign-in, with the details the beta shows. */
export function logSignIn(
  world: World,
  { app, person, authentication }: { app: App; person: Person; authentication: Authentication },
  {
    uti,
    isFresh,
    contexts,
    correlationId,
  }: { uti: string; isFresh: boolean; contexts: string[]; correlationId: string },
): void {
  const method = person.methods.find(({ id }) => id === authentication.methodId) ?? null
  writeSignIn(world, {
    ...whoAndWhere(world, app, person),
    contexts,
    correlationId,
    uniqueTokenIdentifier: uti,
    sessionId: authentication.sid,
    isInteractive: true,
    errorCode: 0,
    failureReason: null,
    steps: isFresh ? freshSteps(authentication, method) : [satisfiedByClaim],
    device: isFresh ? deviceOf(person, method) : null,
  })
}

/** Writes a sign-in that failed at the second factor: denied, not answered, or refused by the app. */
export function logFailedSignIn(world: World, app: App, person: Person, failureReason: string): void {
  writeSignIn(world, {
    ...whoAndWhere(world, app, person),
    contexts: [],
    correlationId: newId(),
    uniqueTokenIdentifier: '',
    sessionId: '',
    isInteractive: true,
    errorCode: 500_121,
    failureReason,
    steps: [
      {
        ...step('Mobile app notification', null, failureReason, 'Multifactor authentication'),
        succeeded: false,
      },
    ],
    device: null,
  })
}

const satisfiedByClaim = step(
  'Previously satisfied',
  null,
  'MFA requirement satisfied by claim in the token',
  'Multifactor authentication',
)

function whoAndWhere(world: World, app: App, person: Person) {
  return {
    place: world.settings.signInsFrom,
    isGuest: person.userType === 'Guest',
    personId: person.id,
    userPrincipalName: person.userPrincipalName.toLowerCase(),
    userDisplayName: person.displayName,
    appId: app.clientId,
    appDisplayName: app.displayName,
    resourceDisplayName: 'Microsoft Graph',
  }
}

/** Kinds of proof that include a password. */
const withPassword: readonly (ProofKind | null)[] = [
  'singleSignOn',
  'push',
  'code',
  'hardwareCode',
  'text',
  'call',
  null,
]

function freshSteps({ kind }: Authentication, method: Method | null): Step[] {
  const steps: Step[] = []
  if (withPassword.includes(kind))
    steps.push(step('Password', 'Password in the cloud', 'Correct password', 'Primary authentication'))
  const name = kind === null ? null : names[kind]
  if (name === null) steps.push(satisfiedByClaim)
  else steps.push(step(name, detailOf(method), 'MFA completed in Azure AD', 'Multifactor authentication'))
  return steps
}

/** As the log names them: https://learn.microsoft.com/graph/api/resources/authenticationdetail */
const names: Record<ProofKind, string | null> = {
  singleSignOn: null,
  push: 'Mobile app notification',
  code: 'OATH verification code',
  hardwareCode: 'OATH verification code',
  phoneSignIn: 'Passwordless phone sign-in',
  passkey: 'Passkey (device-bound)',
  windowsHello: 'Windows Hello for Business',
  text: 'Text message',
  call: 'Phone call approval',
  pass: 'Temporary Access Pass',
}

/** The device's name, or the number. */
function detailOf(method: Method | null): string | null {
  if (method?.kind === 'phone') return method.phoneNumber
  return method && 'displayName' in method ? method.displayName : null
}

function deviceOf(person: Person, method: Method | null): SignInEntry['device'] {
  if (method?.kind !== 'microsoftAuthenticator') return null
  const phone = person.phones.find(({ id }) => id === method.phoneId)
  const operatingSystem = phone?.platform === 'android' ? 'Android' : 'Ios'
  return {
    id: method.deviceObjectId,
    registrationId: method.id,
    appVersion: method.phoneAppVersion,
    operatingSystem: `${operatingSystem} ${phone?.osVersion ?? ''}`.trim(),
  }
}
