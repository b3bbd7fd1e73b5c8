import type { World } from '../world/world'
import { type AllowedRequest, answerOf, GraphError } from './request'

/** What a route asks for. A caller needs one permission of the list that fits their token. */
export type Permission = {
  application: readonly string[]
  delegated: readonly string[]
  /** Delegated permissions that reach the caller's own things only. */
  own?: readonly string[]
  refusal: RefusalKind
}

type RefusalKind = 'directory' | 'methods' | 'logs' | 'policies'

const refusals: Record<Exclude<RefusalKind, 'methods'>, [code: string, message: string]> = {
  directory: ['Authorization_RequestDenied', 'Insufficient privileges to complete the operation.'],
  logs: [
    'Authentication_MSGraphPermissionMissing',
    'Calling principal does not have required MSGraph permissions AuditLog.Read.All',
  ],
  policies: [
    'AccessDenied',
    'You cannot perform the requested operation, required scopes are missing in the token.',
  ],
}

/** The refusal of a part of Graph; how the methods API words it is a setting. */
export function denied(world: World, refusal: RefusalKind): GraphError {
  return refusal === 'methods' ? answerOf(world, 'notAllowed') : new GraphError(403, ...refusals[refusal])
}

/** @throws {GraphError} 403 — the token carries none of the permissions. `isOwn`: it is about the caller */
export function requirePermission(
  { world, caller }: AllowedRequest,
  permission: Permission,
  isOwn: boolean,
): void {
  const own = isOwn ? (permission.own ?? []) : []
  const accepted = caller.kind === 'app' ? permission.application : [...permission.delegated, ...own]
  if (!accepted.some((name) => caller.granted.has(name))) throw denied(world, permission.refusal)
}

/** The same list for both kinds of token. */
export function both(refusal: RefusalKind, ...names: string[]): Permission {
  return { application: names, delegated: names, refusal }
}

/** Reading or writing one kind of method: the granular family, and the broad one. */
export function methodPermission(kind: string, access: 'Read' | 'ReadWrite'): Permission {
  const verbs = access === 'Read' ? ['Read', 'ReadWrite'] : ['ReadWrite']
  const all = verbs.flatMap((verb) => [
    `UserAuthMethod-${kind}.${verb}.All`,
    `UserAuthenticationMethod.${verb}.All`,
  ])
  const own = verbs.flatMap((verb) => [`UserAuthMethod-${kind}.${verb}`, `UserAuthenticationMethod.${verb}`])
  return { application: all, delegated: all, own, refusal: 'methods' }
}

/** The untyped list and the preferences: only the broad family opens them. */
export function anyMethodPermission(access: 'Read' | 'ReadWrite'): Permission {
  const verbs = access === 'Read' ? ['Read', 'ReadWrite'] : ['ReadWrite']
  const all = verbs.map((verb) => `UserAuthenticationMethod.${verb}.All`)
  return {
    application: all,
    delegated: all,
    own: verbs.map((verb) => `UserAuthenticationMethod.${verb}`),
    refusal: 'methods',
  }
}

/** Beta's sign-in preferences: not in Microsoft's list of permissions. */
export function preferencePermission(world: World, access: 'Read' | 'ReadWrite'): Permission {
  if (world.settings.preferencesPermission === 'methods') return anyMethodPermission(access)
  const names = [`Policy.${access}.AuthenticationMethod`, ...(access === 'Read' ? ['Policy.Read.All'] : [])]
  return both('methods', ...names)
}

export const readUsers = both(
  'directory',
  'User.Read.All',
  'User.ReadBasic.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
)
export const readUsersFully = both('directory', 'User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All')
export const readMemberships = both(
  'directory',
  'User.Read.All',
  'GroupMember.Read.All',
  'Group.Read.All',
  'Directory.Read.All',
)
export const readGroups = both('directory', 'GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All')
export const readUnits = both('directory', 'AdministrativeUnit.Read.All', 'Directory.Read.All')
export const readRoles = both('directory', 'RoleManagement.Read.Directory', 'Directory.Read.All')
export const readEligibility = both(
  'directory',
  'RoleEligibilitySchedule.Read.Directory',
  'RoleManagement.Read.Directory',
)
export const readSchedules = both(
  'directory',
  'RoleAssignmentSchedule.Read.Directory',
  'RoleManagement.Read.Directory',
)
export const readDomains = both('directory', 'Domain.Read.All', 'Directory.Read.All')
export const readOrganization = both(
  'directory',
  'Organization.Read.All',
  'Directory.Read.All',
  'User.Read.All',
)
export const readLogs = both('logs', 'AuditLog.Read.All')
export const readMethodsPolicy = both('policies', 'Policy.Read.AuthenticationMethod', 'Policy.Read.All')
export const readConditionalAccess = both('policies', 'Policy.Read.All', 'Policy.Read.ConditionalAccess')
export const readContexts = both(
  'policies',
  'AuthenticationContext.Read.All',
  'Policy.Read.ConditionalAccess',
)
export const revokeSessions = both(
  'directory',
  'User.RevokeSessions.All',
  'User.ReadWrite.All',
  'Directory.ReadWrite.All',
)
export const sendMail = both('directory', 'Mail.Send')
