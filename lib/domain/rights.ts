/** A right at Microsoft Graph that an app needs, and what stops working without it. */
export type Right = {
  name: string
  for: 'directory' | 'methods' | 'reports' | 'policies' | 'privilege' | 'domains' | 'mail'
}

/** What the worker's read-only app is granted; all application permissions, none of them writes. */
export const readerRights: readonly Right[] = [
  { name: 'User.Read.All', for: 'directory' },
  { name: 'GroupMember.Read.All', for: 'directory' },
  { name: 'AdministrativeUnit.Read.All', for: 'privilege' },
  { name: 'RoleManagement.Read.Directory', for: 'privilege' },
  { name: 'RoleEligibilitySchedule.Read.Directory', for: 'privilege' },
  { name: 'RoleAssignmentSchedule.Read.Directory', for: 'privilege' },
  { name: 'UserAuthenticationMethod.Read.All', for: 'methods' },
  { name: 'AuditLog.Read.All', for: 'reports' },
  { name: 'Policy.Read.AuthenticationMethod', for: 'policies' },
  { name: 'Policy.Read.All', for: 'policies' },
  { name: 'AuthenticationContext.Read.All', for: 'policies' },
  { name: 'Domain.Read.All', for: 'domains' },
]

/** The rights needed and not granted, in the order of the list. */
export function missingRights(granted: readonly string[]): Right[] {
  return readerRights.filter(({ name }) => !granted.includes(name))
}

/** Granted rights that write: an app-only one can take over any account, so none may be there. */
export function writingRights(granted: readonly string[]): string[] {
  return granted.filter((name) => /\.(ReadWrite|Write|Manage|PrivilegedOperations)/.test(name)).toSorted()
}
