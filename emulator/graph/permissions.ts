import type { World } from '../world/world'
import { type AllowedRequest, answerOf, GraphError } from './request'

/** What a route asks for. A caller needs one permission of the list that fits their token. */
export type Permission = {
  application: readonly string[]
  delegated: readonly string[]
  /** Delegated permissions that reach the caller's own things only. */
  own?: readonly string[]
  /** In place of the others where the path began with /me. */
  me?: readonly string[]
  refusal: RefusalKind
}

type RefusalKind = 'directory' | 'methods' | 'logs' | 'policies' | 'outlook'

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
  outlook: ['ErrorAccessDenied', 'Access is denied. Check credentials and try again.'],
}

/** The refusal of a part of Graph; how the methods API words it is a setting. */
export function denied(world: World, refusal: RefusalKind): GraphError {
  return refusal === 'methods' ? answerOf(world, 'notAllowed') : new GraphError(403, ...refusals[refusal])
}

/** @throws {GraphError} 403 — the token carries none of the permissions. `isOwn`: it is about the caller */
export function requirePermission(
  { world, caller, isMe }: AllowedRequest,
  permission: Permission,
  isOwn: boolean,
): void {
  if (
    !acceptedOf(permission, { isApp: caller.kind === 'app', isOwn, isMe }).some((name) =>
      caller.granted.has(name),
    )
  )
    throw denied(world, permission.refusal)
}

function acceptedOf(
  { application, delegated, own = [], me }: Permission,
  { isApp, isOwn, isMe }: { isApp: boolean; isOwn: boolean; isMe: boolean },
): readonly string[] {
  if (isApp) return application
  if (isMe && me) return me
  return isOwn ? [...delegated, ...own] : delegated
}

/** The same list for both kinds of token. */
export function both(refusal: RefusalKind, ...names: string[]): Permission {
  return { application: names, delegated: names, refusal }
}

const everywhere = (names: readonly string[]) => names.map((name) => `${name}.All`)

function permissionOf(names: readonly string[]): Permission {
  const all = everywhere(names)
  return { application: all, delegated: all, own: names, refusal: 'methods' }
}

/** Reading or writing one kind of method: the granular family, and the broad one. */
export function methodPermission(kind: string, access: 'Read' | 'ReadWrite'): Permission {
  const verbs = access === 'Read' ? ['Read', 'ReadWrite'] : ['ReadWrite']
  return permissionOf(
    verbs.flatMap((verb) => [`UserAuthMethod-${kind}.${verb}`, `UserAuthenticationMethod.${verb}`]),
  )
}

/** The list of passkeys opens to less than one passkey does, and below /me only permissions for oneself count. */
export function passkeyPermission(access: 'List' | 'Read' | 'ReadWrite'): Permission {
  const permission = methodPermission('Passkey', access === 'List' ? 'Read' : access)
  const me = permission.own ?? []
  if (access !== 'List') return { ...permission, me }
  return {
    application: ['UserAuthMethod-Passkey.Read.All'],
    delegated: ['UserAuthMethod-Passkey.Read.All'],
    own: me,
    me,
    refusal: 'methods',
  }
}

/** The untyped list and the preferences: only the broad family opens them. */
export function anyMethodPermission(access: 'Read' | 'ReadWrite'): Permission {
  const verbs = access === 'Read' ? ['Read', 'ReadWrite'] : ['ReadWrite']
  return permissionOf(verbs.map((verb) => `UserAuthenticationMethod.${verb}`))
}

/** Beta's sign-in preferences: not in Microsoft's list of permissions. */
export function preferencePermission(world: World, access: 'Read' | 'ReadWrite'): Permission {
  if (world.settings.preferencesPermission === 'methods') return anyMethodPermission(access)
  const names = [`Policy.${access}.AuthenticationMethod`, ...(access === 'Read' ? ['Policy.Read.All'] : [])]
  return both('methods', ...names)
}
