/** What a person may be in the portal. Everybody is an employee. */
export const roles = [
  'employee',
  'planner',
  'site_coordinator',
  'technician',
  'verifier',
  'helpdesk',
  'approver',
  'auditor',
  'owner',
] as const

export type Role = (typeof roles)[number]

/** Somebody signed in. */
export type PersonActor = {
  kind: 'person'
  personId: string
  /** Microsoft's object id. */
  entraId: string
  entraTenantId: string
  roles: readonly Role[]
  sessionId: string
  /** When they last signed in at Microsoft. */
  authenticatedAt: Date
  amr: readonly string[]
  acrs: readonly string[]
  addressHash: string | null
  browserHash: string | null
}

/** A piece of work nobody watches. */
export type JobActor = { kind: 'job'; name: string }

/** Somebody who has not signed in: known by a case reference at most. */
export type VisitorActor = { kind: 'visitor'; reference: string | null }

export type Actor = PersonActor | JobActor | VisitorActor

/** Whether a signed-in person holds a role. */
export function is(actor: Actor, role: Role): actor is PersonActor {
  return actor.kind === 'person' && actor.roles.includes(role)
}

/** The portal's roles among Microsoft's app role values (`SiteCoordinator`), in our spelling, sorted. */
export function rolesFrom(appRoles: readonly string[]): Role[] {
  const named = appRoles.map((value) => value.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase())
  return roles.filter((role) => role === 'employee' || named.includes(role))
}
