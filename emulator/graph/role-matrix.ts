import { isInUnit, isPrivilegedByGroup } from '../world/memberships'
import type { Person } from '../world/person'
import type { RoleName } from '../world/role-ids'
import { roleName } from '../world/role-ids'
import { liveAssignments } from '../world/roles'
import type { World } from '../world/world'

/**
 * Roles a target may hold and still be reached, by the role of who acts.
 * https://learn.microsoft.com/entra/identity/role-based-access-control/privileged-roles-permissions
 */
const harmless = ['Directory Readers', 'Guest Inviter', 'Password Administrator'] as const
const reporting = [
  'Message Center Reader',
  'Reports Reader',
  'User Experience Success Manager',
  'Usage Summary Reports Reader',
] as const

type Reach = Partial<Record<RoleName, 'everybody' | readonly string[]>>

const methodsReach: Reach = {
  'Global Administrator': 'everybody',
  'Privileged Authentication Administrator': 'everybody',
  'Authentication Administrator': ['Authentication Administrator', ...harmless, ...reporting],
}

const sessionsReach: Reach = {
  ...methodsReach,
  'Password Administrator': harmless,
  'Helpdesk Administrator': ['Helpdesk Administrator', ...harmless, ...reporting],
  'User Administrator': [
    'User Administrator',
    'Helpdesk Administrator',
    'Groups Administrator',
    ...harmless,
    ...reporting,
  ],
}

const methodReaders: readonly string[] = [
  'Global Reader',
  'Authentication Administrator',
  'Privileged Authentication Administrator',
  'Global Administrator',
]

/** Whether an administrator may change a person's methods, by roles that are active now. */
export function mayChangeMethods(world: World, actor: Person, target: Person): boolean {
  return reaches(world, actor, target, methodsReach)
}

/** Whether an administrator may end a person's sessions. */
export function mayRevokeSessions(world: World, actor: Person, target: Person): boolean {
  return reaches(world, actor, target, sessionsReach)
}

/** Whether somebody may read other people's methods. */
export function mayReadMethods(world: World, actor: Person, target: Person): boolean {
  return rolesOver(world, actor, target).some((role) => methodReaders.includes(role))
}

/** Authentication Administrator alone sees phone numbers masked. */
export function seesMaskedPhones(world: World, actor: Person, target: Person): boolean {
  const roles = rolesOver(world, actor, target).filter((role) => methodReaders.includes(role))
  return roles.length > 0 && roles.every((role) => role === 'Authentication Administrator')
}

function reaches(world: World, actor: Person, target: Person, reach: Reach): boolean {
  const held = liveAssignments(world).filter(({ principalId }) => principalId === target.id)
  const targetRoles = held.map(({ roleDefinitionId }) => roleName(roleDefinitionId))
  const isPrivileged = isPrivilegedByGroup(world, target.id)
  return rolesOver(world, actor, target).some((role) => {
    const allowed = Object.hasOwn(reach, role) ? reach[role as RoleName] : undefined // known by hasOwn
    if (allowed === 'everybody') return true
    return allowed !== undefined && !isPrivileged && targetRoles.every((held) => allowed.includes(held))
  })
}

/** The actor's active roles whose scope covers the target. */
function rolesOver(world: World, actor: Person, target: Person): string[] {
  return liveAssignments(world)
    .filter(({ principalId }) => principalId === actor.id)
    .filter(({ directoryScopeId }) => covers(world, directoryScopeId, target))
    .map(({ roleDefinitionId }) => roleName(roleDefinitionId))
}

function covers(world: World, scope: string, target: Person): boolean {
  if (scope === '/') return true
  const unit = world.tenant.administrativeUnits.find(({ id }) => scope.endsWith(id))
  return unit !== undefined && isInUnit(unit, target)
}
