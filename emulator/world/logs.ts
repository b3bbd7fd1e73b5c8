import { isoAt, realNow } from './clock'
import type { Person } from './person'
import type { Settings } from './settings'
import type { World } from './world'
import { appendTo, newId } from './world'

export type AuditEntry = {
  id: string
  at: number
  activityDisplayName: string
  loggedByService: 'Authentication Methods' | 'Core Directory'
  operationType: 'Add' | 'Update' | 'Delete'
  result: 'success' | 'failure'
  resultReason: string
  correlationId: string
  actor:
    | { kind: 'user'; id: string; userPrincipalName: string }
    | { kind: 'app'; appId: string; displayName: string }
  target: { id: string; userPrincipalName: string; displayName: string }
  modified: { displayName: string; oldValue: string | null; newValue: string | null }[]
}

export type SignInEntry = {
  id: string
  at: number
  personId: string
  userPrincipalName: string
  userDisplayName: string
  appId: string
  appDisplayName: string
  resourceDisplayName: string
  correlationId: string
  uniqueTokenIdentifier: string
  sessionId: string
  isInteractive: boolean
  /** 0 = fine; 50074 strong authentication required, 50097, 500121 MFA denied or not answered … */
  errorCode: number
  failureReason: string | null
  steps: {
    authenticationMethod: string
    authenticationMethodDetail: string | null
    succeeded: boolean
    resultDetail: string
    requirement: string
  }[]
  /** The phone that approved. `id`: its device object's; null where it has none. */
  device: { id: string | null; registrationId: string; appVersion: string; operatingSystem: string } | null
  place: Settings['signInsFrom']
  /** Authentication contexts that were asked for. */
  contexts: string[]
  isGuest: boolean
}

/** Adds to the directory's audit log; readers see it after the audit lag. */
export function writeAudit(
  world: World,
  entry: Pick<AuditEntry, 'activityDisplayName' | 'operationType' | 'resultReason' | 'actor'> &
    Partial<AuditEntry> & { person: Person },
): void {
  const { person, ...rest } = entry
  appendTo(world, 'audits', {
    id: `AuthenticationMethods_${newId()}`,
    at: realNow(),
    loggedByService: 'Authentication Methods',
    result: 'success',
    correlationId: newId(),
    target: { id: person.id, userPrincipalName: person.userPrincipalName, displayName: person.displayName },
    modified: [],
    ...rest,
  })
}

/** The person as the author of a change to their own security info. */
export function asActor(person: Person): AuditEntry['actor'] {
  return { kind: 'user', id: person.id, userPrincipalName: person.userPrincipalName }
}

/** Adds to the sign-in log; readers see it after the sign-in lag. */
export function writeSignIn(world: World, entry: Omit<SignInEntry, 'id' | 'at'>): void {
  appendTo(world, 'signIns', { id: newId(), at: realNow(), ...entry })
}

/** An instant of a log entry in Graph's spelling. */
export function logTime(entry: { at: number }): string {
  return isoAt(entry.at)
}
