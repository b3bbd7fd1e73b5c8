/** What Microsoft and the portal say about how much an account can do, read live immediately before a write. */
export type Privilege = {
  /** Microsoft no longer has the account. */
  isGone: boolean
  /** Holds a directory role now. */
  hasRole: boolean
  /** May activate a directory role (PIM). */
  isEligible: boolean
  /** Member or owner of a group that can be given roles. */
  isInRoleGroup: boolean
  /** In an administrative unit with restricted management. */
  isRestricted: boolean
  /** On the Owner's list of break-glass accounts. */
  isBreakGlass: boolean
  /** Holds a role in this portal beyond employee. */
  isOperator: boolean
  /** Microsoft's registration report calls them an administrator; up to 36 hours old. */
  isReportedAdmin: boolean
}

/**
 * Why the desk may not touch this account, or null when nothing stands against it. A helpdesk that can reset an
 * administrator is the way into the whole organisation.
 */
export function privilegeRefusal(privilege: Privilege): PrivilegeRefusal | null {
  if (privilege.isGone) return 'target_gone'
  if (privilege.isBreakGlass) return 'target_break_glass'
  if (privilege.hasRole) return 'target_has_role'
  if (privilege.isEligible) return 'target_is_eligible'
  if (privilege.isInRoleGroup) return 'target_in_role_group'
  if (privilege.isRestricted) return 'target_restricted'
  if (privilege.isReportedAdmin) return 'target_reported_admin'
  return privilege.isOperator ? 'target_is_operator' : null
}

/** Every reason there is, the gravest first. */
export const privilegeRefusals = [
  'target_gone',
  'target_break_glass',
  'target_has_role',
  'target_is_eligible',
  'target_in_role_group',
  'target_restricted',
  'target_reported_admin',
  'target_is_operator',
] as const

export type PrivilegeRefusal = (typeof privilegeRefusals)[number]
