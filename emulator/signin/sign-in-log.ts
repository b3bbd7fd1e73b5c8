import type { App } from '../world/apps'
import type { SignInEntry } from '../world/logs'
import { writeSignIn } from '../world/logs'
import type { Method } from '../world/method'
import type { Person } from '../world/person'
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
  { uti, isFresh, correlationId }: { uti: string; isFresh: boolean; correlationId: string },
): void {
  const method = person.methods.find(({ id }) => id === authentication.methodId) ?? null
  writeSignIn(world, {
    ...whoAndWhere(app, person),
    correlationId,
    uniqueTokenIdentifier: uti,
    sessionId: authentication.sid,
    isInteractive: true,
    errorCode: 0,
    failureReason: null,
    steps: isFresh ? freshSteps(authentication.amr, method) : [satisfiedByClaim],
    device: isFresh ? deviceOf(person, method) : null,
  })
}

/** Writes a sign-in that failed at the second factor: denied, not answered, or refused by the app. */
export function logFailedSignIn(world: World, app: App, person: Person, failureReason: string): void {
  writeSignIn(world, {
    ...whoAndWhere(app, person),
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

function whoAndWhere(app: App, person: Person) {
  return {
    personId: person.id,
    userPrincipalName: person.userPrincipalName.toLowerCase(),
    userDisplayName: person.displayName,
    appId: app.clientId,
    appDisplayName: app.displayName,
    resourceDisplayName: 'Microsoft Graph',
  }
}

function freshSteps(amr: string[], method: Method | null): Step[] {
  const steps: Step[] = []
  if (amr.includes('pwd'))
    steps.push(step('Password', 'Password in the cloud', 'Correct password', 'Primary authentication'))
  const [name, detail] = nameInLog(amr, method)
  if (name === null) steps.push(satisfiedByClaim)
  else steps.push(step(name, detail, 'MFA completed in Azure AD', 'Multifactor authentication'))
  return steps
}

function nameInLog(amr: string[], method: Method | null): [name: string | null, detail: string | null] {
  const device = method?.kind === 'microsoftAuthenticator' ? method.displayName : null
  if (amr.includes('totp')) return ['OATH verification code', device]
  if (amr.includes('swk')) return ['Passwordless phone sign-in', device]
  if (method?.kind === 'microsoftAuthenticator') return ['Mobile app notification', device]
  if (method?.kind === 'phone')
    return [amr.includes('sms') ? 'Text message' : 'Phone call approval', method.phoneNumber]
  if (method?.kind === 'fido2') return ['Passkey (device-bound)', method.displayName]
  if (method?.kind === 'windowsHelloForBusiness') return ['Windows Hello for Business', method.displayName]
  return [amr.includes('otp') ? 'Temporary Access Pass' : null, null]
}

function deviceOf(person: Person, method: Method | null): SignInEntry['device'] {
  if (method?.kind !== 'microsoftAuthenticator') return null
  const phone = person.phones.find(({ id }) => id === method.phoneId)
  const operatingSystem = phone?.platform === 'android' ? 'Android' : 'Ios'
  return {
    name: method.displayName,
    appVersion: method.phoneAppVersion,
    operatingSystem: `${operatingSystem} ${phone?.osVersion ?? ''}`.trim(),
  }
}
