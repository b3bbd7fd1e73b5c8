import { castSize } from '../world/cast-facts'
import { isInUnit } from '../world/memberships'
import { findPerson } from '../world/people'
import type { Person } from '../world/person'
import type { World } from '../world/world'
import { GraphError, type GraphRequest } from './request'

type View = Record<string, unknown>

/** The eleven properties Graph gives unasked (user-list page). */
const unasked = [
  'businessPhones',
  'displayName',
  'givenName',
  'id',
  'jobTitle',
  'mail',
  'mobilePhone',
  'officeLocation',
  'preferredLanguage',
  'surname',
  'userPrincipalName',
] as const

/** Properties that only a single user has; selecting one on a collection gives 501. */
const singleOnly = [
  'aboutme',
  'birthday',
  'hiredate',
  'interests',
  'mysite',
  'pastprojects',
  'schools',
  'skills',
  'mailboxsettings',
]

/** Everything this emulator knows about a user, in Graph's names. */
export function fullUser(world: World, person: Person): View {
  const mobile = person.methods.find((method) => method.kind === 'phone' && method.phoneType === 'mobile')
  return {
    accountEnabled: person.accountEnabled,
    businessPhones: [],
    companyName: person.companyName,
    createdDateTime: person.createdDateTime,
    department: person.department,
    displayName: person.displayName,
    employeeId: person.employeeId,
    externalUserState: person.userType === 'Guest' ? 'Accepted' : null,
    givenName: person.givenName,
    id: person.id,
    isManagementRestricted: isRestricted(world, person),
    jobTitle: person.jobTitle,
    lastPasswordChangeDateTime: person.lastPasswordChangeDateTime,
    mail: person.mail,
    mobilePhone: mobile?.kind === 'phone' && person.index >= castSize ? mobile.phoneNumber : null,
    officeLocation: person.officeLocation,
    onPremisesSyncEnabled: person.onPremisesSyncEnabled,
    preferredLanguage: person.preferredLanguage,
    signInSessionsValidFromDateTime: person.signInSessionsValidFromDateTime,
    surname: person.surname,
    usageLocation: person.usageLocation,
    userPrincipalName: person.userPrincipalName,
    userType: person.userType,
  }
}

function isRestricted(world: World, person: Person): boolean {
  return world.tenant.administrativeUnits.some(
    (unit) => unit.isMemberManagementRestricted && isInUnit(unit, person),
  )
}

/** Names in $select, lower case; null when there is none. */
export function selection({ query }: GraphRequest): string[] | null {
  const text = query.get('$select')
  return text === null ? null : text.split(',').map((name) => name.trim().toLowerCase())
}

/** @throws {GraphError} 501 — selects what a collection of users does not have */
export function refuseSingleOnly(names: string[] | null): void {
  if (names?.some((name) => singleOnly.includes(name)))
    throw new GraphError(501, 'NotImplemented', 'This operation target is not yet supported.')
}

/** A user as asked for: selected, or the eleven, with the manager expanded if wanted. */
export function userView(request: GraphRequest, person: Person, names: string[] | null): View {
  const full = fullUser(request.world, person)
  const wanted = names ?? unasked.map((name) => name.toLowerCase())
  const view = Object.fromEntries(
    Object.entries(full).filter(([name]) => wanted.includes(name.toLowerCase())),
  )
  const managerNames = expandedManager(request)
  if (managerNames === undefined) return view
  const manager = person.managerId ? findPerson(request.world, person.managerId) : null
  if (!manager) return view
  const shown = fullUser(request.world, manager)
  const inner = managerNames ?? wanted
  const picked = Object.entries(shown).filter(([name]) => inner.includes(name.toLowerCase()))
  return { ...view, manager: { '@odata.type': '#microsoft.graph.user', ...Object.fromEntries(picked) } }
}

/** `$expand=manager($select=id)`: the inner names, null for all, undefined when not expanded. */
function expandedManager({ query }: GraphRequest): string[] | null | undefined {
  const match = /^manager(?:\((?:\$levels=\d+[;,])?\$select=([\w,]+)\))?$/i.exec(
    query.get('$expand')?.trim() ?? '',
  )
  if (!match) return undefined
  return match[1]?.toLowerCase().split(',') ?? null
}
