import { isInUnit } from '../world/memberships'
import { findPerson } from '../world/people'
import type { Person } from '../world/person'
import type { World } from '../world/world'
import { badRequest, GraphError, type GraphRequest } from './request'
import { emptyProperties, singleOnly } from './user-properties'

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

type Property = (person: Person, world: World) => unknown

const properties: Record<string, Property> = {
  accountEnabled: (person) => person.accountEnabled,
  businessPhones: () => [],
  companyName: (person) => person.companyName,
  createdDateTime: (person) => person.createdDateTime,
  department: (person) => person.department,
  displayName: (person) => person.displayName,
  employeeId: (person) => person.employeeId,
  externalUserState: (person) => (person.userType === 'Guest' ? 'Accepted' : null),
  givenName: (person) => person.givenName,
  id: (person) => person.id,
  isManagementRestricted: (person, world) => isRestricted(world, person),
  jobTitle: (person) => person.jobTitle,
  lastPasswordChangeDateTime: (person) => person.lastPasswordChangeDateTime,
  mail: (person) => person.mail,
  mobilePhone: () => null,
  officeLocation: (person) => person.officeLocation,
  onPremisesSyncEnabled: (person) => person.onPremisesSyncEnabled,
  preferredLanguage: (person) => person.preferredLanguage,
  signInSessionsValidFromDateTime: (person) => person.signInSessionsValidFromDateTime,
  surname: (person) => person.surname,
  usageLocation: (person) => person.usageLocation,
  userPrincipalName: (person) => person.userPrincipalName,
  userType: (person) => person.userType,
}

const allNames = [...Object.keys(properties), ...Object.keys(emptyProperties)]
const namesByLowerCase = new Map(allNames.map((name) => [name.toLowerCase(), name]))

/** Some of a user's properties, in Graph's names, for a filter to look at. */
export function someOfUser(world: World, person: Person, names: readonly string[]): View {
  return pick(world, person, names)
}

/** The named properties; names in any case, unknown ones left out. */
function pick(world: World, person: Person, names: readonly string[]): View {
  const view: View = {}
  for (const wanted of names) {
    const name = namesByLowerCase.get(wanted.toLowerCase())
    if (name !== undefined) view[name] = properties[name]?.(person, world) ?? emptyProperties[name] ?? null
  }
  return view
}

function isRestricted(world: World, person: Person): boolean {
  return world.tenant.administrativeUnits.some(
    (unit) => unit.isMemberManagementRestricted && isInUnit(unit, person),
  )
}

/** Names in $select, lower case; null when there is none. @throws {GraphError} 400 — a name no user has */
export function selection({ query }: GraphRequest): string[] | null {
  const text = query.get('$select')
  return text === null ? null : checkedNames(text)
}

/** @throws {GraphError} 400 — a name no user has */
export function checkedNames(text: string): string[] {
  const names = text.split(',').map((name) => name.trim())
  const wrong = names.find((name) => !isPropertyName(name.toLowerCase()))
  if (wrong !== undefined)
    throw badRequest(
      `Parsing OData Select and Expand failed: Could not find a property named '${wrong}' on type 'microsoft.graph.user'.`,
      'BadRequest',
    )
  return names.map((name) => name.toLowerCase())
}

const isPropertyName = (name: string) =>
  namesByLowerCase.has(name) || singleOnly.includes(name) || name === 'manager' || name === '*'

/** @throws {GraphError} 501 — selects what a collection of users does not have */
export function refuseSingleOnly(names: string[] | null): void {
  if (names?.some((name) => singleOnly.includes(name)))
    throw new GraphError(501, 'NotImplemented', 'This operation target is not yet supported.')
}

/** A user as asked for: selected, or the eleven, with the manager expanded if wanted. */
export function userView(request: GraphRequest, person: Person, names: string[] | null): View {
  const { world } = request
  const wanted = names ?? unasked
  const view = pick(world, person, wanted)
  const managerNames = expandedManager(request)
  const manager = managerNames !== undefined && person.managerId ? findPerson(world, person.managerId) : null
  if (!manager) return view
  const inner = pick(world, manager, managerNames ?? wanted)
  return { ...view, manager: { '@odata.type': '#microsoft.graph.user', ...inner } }
}

/** `$expand=manager($select=id)`: the inner names, null for all, undefined when not expanded. */
function expandedManager({ query }: GraphRequest): string[] | null | undefined {
  const text = query.get('$expand')?.trim()
  if (text === undefined) return undefined
  const match = /^manager(?:\((?:\$levels=\d+[;,])?\$select=([\w,]+)\))?$/i.exec(text)
  if (!match)
    throw badRequest(
      `Parsing OData Select and Expand failed: Could not find a property named '${text}' on type 'microsoft.graph.user'.`,
      'BadRequest',
    )
  return match[1] === undefined ? null : checkedNames(match[1])
}
