import { both, type Permission } from './permissions'

// Accepted permissions per path: microsoftgraph/microsoft-graph-devx-content, permissions/new/permissions.json.

const directoryRead = ['Directory.Read.All', 'Directory.ReadWrite.All']
const userRead = ['User.Read.All', 'User.ReadWrite.All']
const intune = ['Apps', 'Configuration', 'ManagedDevices', 'ServiceConfig'].flatMap((part) => [
  `DeviceManagement${part}.Read.All`,
  `DeviceManagement${part}.ReadWrite.All`,
])
const agents = ['AgentIdUser.ReadWrite.All', 'AgentIdUser.ReadWrite.IdentityParentedBy']
const roleRead = ['RoleManagement.Read.Directory', 'RoleManagement.ReadWrite.Directory']

export const readUsers: Permission = {
  ...both('directory', ...directoryRead, ...userRead, 'User.ReadBasic.All', ...intune, ...agents),
}
export const readUser: Permission = { ...readUsers, own: ['User.Read', 'User.ReadWrite'] }
export const readUserChanges = both('directory', ...directoryRead, ...userRead)
export const readManager = both('directory', ...directoryRead, ...userRead, ...agents)
export const readReports: Permission = { ...readManager, own: ['User.Read'] }

/** Direct memberships: User.Read.All is not among them. */
export const readMemberships: Permission = {
  application: [...directoryRead, 'Group.ReadBasic.All', 'GroupMember.ReadBasic.All'],
  delegated: [...directoryRead, 'Group.ReadBasic.All', 'GroupMember.Read.All', 'GroupMember.ReadBasic.All'],
  own: ['User.Read'],
  refusal: 'directory',
}
export const readAllMemberships: Permission = {
  ...both(
    'directory',
    ...directoryRead,
    'Group.Read.All',
    'Group.ReadBasic.All',
    'GroupMember.Read.All',
    'GroupMember.ReadBasic.All',
    'User.Read.All',
  ),
  own: ['User.Read'],
}
// user-list-ownedobjects page
export const readOwned = both('directory', ...directoryRead, ...userRead)

const groupRead = [
  ...directoryRead,
  'Group-NestingSupport.ReadWrite.All',
  'Group-PreferredDataLocation.ReadWrite.All',
  'Group.ManageProtection.All',
  'Group.Read.All',
  'Group.ReadBasic.All',
  'Group.ReadWrite.All',
  'GroupMember.Read.All',
]
export const readGroups = both('directory', ...groupRead)
export const readGroup = both('directory', ...groupRead, 'Group-XTenantIdentitySync.Read.All')
export const readMembers = both(
  'directory',
  'Directory.Read.All',
  'Group.Read.All',
  'Group.ReadBasic.All',
  'Group.ReadWrite.All',
  'GroupMember.Read.All',
  'GroupMember.ReadBasic.All',
  'GroupMember.ReadWrite.All',
)
export const readUnits = both(
  'directory',
  'AdministrativeUnit.Read.All',
  'AdministrativeUnit.ReadWrite.All',
  ...directoryRead,
)
export const readRoles = both('directory', ...directoryRead, ...roleRead)
export const readAssignments: Permission = {
  ...readRoles,
  delegated: [...readRoles.delegated, 'RoleManagement.Read.All'],
}
export const readDefinitions = both('directory', ...directoryRead, ...roleRead, 'RoleManagement.Read.All')
export const readEligibility = both(
  'directory',
  'RoleEligibilitySchedule.Read.Directory',
  'RoleEligibilitySchedule.ReadWrite.Directory',
  'RoleManagement.Read.All',
  ...roleRead,
)
export const readSchedules = both(
  'directory',
  'RoleAssignmentSchedule.Read.Directory',
  'RoleAssignmentSchedule.ReadWrite.Directory',
  'RoleManagement.Read.All',
  ...roleRead,
)
export const readDomains = both('directory', 'Domain.Read.All', 'Domain.ReadWrite.All', 'Directory.Read.All')
export const readFederation = both('directory', 'Domain.Read.All', 'Domain.ReadWrite.All')
export const readOrganization = both(
  'directory',
  'Organization.Read.All',
  'Organization.ReadWrite.All',
  ...directoryRead,
  ...intune.filter((name) => /Configuration|ServiceConfig/.test(name)),
  'User.Read.All',
)
export const readLicences = both(
  'directory',
  'LicenseAssignment.Read.All',
  'Organization.Read.All',
  'Organization.ReadWrite.All',
  ...directoryRead,
)
export const revokeSessions = both(
  'directory',
  'User.RevokeSessions.All',
  'User.ReadWrite.All',
  'Directory.ReadWrite.All',
  ...agents,
)

export const readAudits = both('logs', 'AuditLog.Read.All', 'Directory.Read.All')
export const readLogs = both('logs', 'AuditLog.Read.All')
/** Counts are for people who look, not for apps alone. */
export const readCounts: Permission = { ...readLogs, application: [] }

export const readMethodsPolicy = both(
  'policies',
  'Policy.Read.AuthenticationMethod',
  'Policy.ReadWrite.AuthenticationMethod',
  'Policy.Read.All',
)
export const readRequirements = both('policies', 'Policy.Read.All', 'Policy.ReadWrite.AuthenticationMethod')
export const readConditionalAccess = both(
  'policies',
  'Policy.Read.All',
  'Policy.Read.ConditionalAccess',
  'Policy.ReadWrite.ConditionalAccess',
)
export const readContexts = both(
  'policies',
  'AuthenticationContext.Read.All',
  'AuthenticationContext.ReadWrite.All',
  'Policy.Read.ConditionalAccess',
  'Policy.ReadWrite.ConditionalAccess',
)
export const readLocations = both('policies', 'Policy.Read.All', 'Policy.Read.ConditionalAccess')

export const sendMail = both('outlook', 'Mail.Send')
export const readEvents = both('outlook', 'Calendars.Read', 'Calendars.ReadBasic', 'Calendars.ReadWrite')
export const writeEvents = both('outlook', 'Calendars.ReadWrite')
