/**
 * What each call accepts, typed from Microsoft's own list: microsoftgraph/microsoft-graph-devx-content,
 * permissions/new/permissions.json (2026-08). Where that list has nothing, from the call's page, which is named.
 */
export type Row = {
  call: string
  application: string[]
  delegated: string[]
  /** Delegated permissions for the caller's own things. */
  own?: string[]
}

const words = (text: string) => text.split(/\s+/).filter(Boolean)

/** The same for both kinds of token. */
const same = (call: string, text: string, own?: string): Row => ({
  call,
  application: words(text),
  delegated: words(text),
  ...(own ? { own: words(own) } : {}),
})

const agents = 'AgentIdUser.ReadWrite.All AgentIdUser.ReadWrite.IdentityParentedBy'
const intune = `DeviceManagementApps.Read.All DeviceManagementApps.ReadWrite.All DeviceManagementConfiguration.Read.All
  DeviceManagementConfiguration.ReadWrite.All DeviceManagementManagedDevices.Read.All DeviceManagementManagedDevices.ReadWrite.All
  DeviceManagementServiceConfig.Read.All DeviceManagementServiceConfig.ReadWrite.All`
const directory = 'Directory.Read.All Directory.ReadWrite.All'
const roles = 'RoleManagement.Read.Directory RoleManagement.ReadWrite.Directory'
const users = `${agents} ${intune} ${directory} User.Read.All User.ReadBasic.All User.ReadWrite.All`
const groups = `${directory} Group-NestingSupport.ReadWrite.All Group-PreferredDataLocation.ReadWrite.All
  Group.ManageProtection.All Group.Read.All Group.ReadBasic.All Group.ReadWrite.All GroupMember.Read.All`
const members = `Directory.Read.All Group.Read.All Group.ReadBasic.All Group.ReadWrite.All GroupMember.Read.All
  GroupMember.ReadBasic.All GroupMember.ReadWrite.All`
const units = `AdministrativeUnit.Read.All AdministrativeUnit.ReadWrite.All ${directory}`

const directoryRows: Row[] = [
  same('GET /v1.0/users', users),
  same('GET /v1.0/users/delta', `${directory} User.Read.All User.ReadWrite.All`),
  same('GET /v1.0/users/{user}', users, 'User.Read User.ReadWrite'),
  same('GET /v1.0/users/{user}/manager', `${agents} ${directory} User.Read.All User.ReadWrite.All`),
  same(
    'GET /v1.0/users/{user}/directReports',
    `${agents} ${directory} User.Read.All User.ReadWrite.All`,
    'User.Read',
  ),
  {
    call: 'GET /v1.0/users/{user}/memberOf',
    application: words(`${directory} Group.ReadBasic.All GroupMember.ReadBasic.All`),
    delegated: words(`${directory} Group.ReadBasic.All GroupMember.Read.All GroupMember.ReadBasic.All`),
    own: ['User.Read'],
  },
  same(
    'GET /v1.0/users/{user}/transitiveMemberOf',
    `${directory} Group.Read.All Group.ReadBasic.All GroupMember.Read.All GroupMember.ReadBasic.All User.Read.All`,
    'User.Read',
  ),
  // graph/api/user-list-ownedobjects
  same('GET /v1.0/users/{user}/ownedObjects', `${directory} User.Read.All User.ReadWrite.All`),
  same(
    'POST /v1.0/users/{user}/revokeSignInSessions',
    `${agents} Directory.ReadWrite.All User.ReadWrite.All User.RevokeSessions.All`,
  ),
  same('GET /v1.0/groups', groups),
  same('GET /v1.0/groups/{group}', `${groups} Group-XTenantIdentitySync.Read.All`),
  same('GET /v1.0/groups/{group}/members', members),
  same('GET /v1.0/groups/{group}/transitiveMembers', members),
  same('GET /v1.0/directory/administrativeUnits', units),
  same('GET /v1.0/directory/administrativeUnits/{unit}/members', units),
  same('GET /v1.0/directory/administrativeUnits/{unit}/scopedRoleMembers', `${directory} ${roles}`),
  same('GET /v1.0/directoryRoles', `${directory} ${roles}`),
  same('GET /v1.0/directoryRoles/{role}/members', `${directory} ${roles}`),
  {
    call: 'GET /v1.0/roleManagement/directory/roleAssignments',
    application: words(`${directory} ${roles}`),
    delegated: words(`${directory} ${roles} RoleManagement.Read.All`),
  },
  same('GET /v1.0/roleManagement/directory/roleDefinitions', `${directory} ${roles} RoleManagement.Read.All`),
  same(
    'GET /v1.0/roleManagement/directory/roleAssignmentScheduleInstances',
    `RoleAssignmentSchedule.Read.Directory RoleAssignmentSchedule.ReadWrite.Directory RoleManagement.Read.All ${roles}`,
  ),
  same(
    'GET /v1.0/roleManagement/directory/roleEligibilityScheduleInstances',
    `RoleEligibilitySchedule.Read.Directory RoleEligibilitySchedule.ReadWrite.Directory RoleManagement.Read.All ${roles}`,
  ),
  same(
    "GET /beta/roleManagement/directory/transitiveRoleAssignments?$count=true&$filter=principalId eq '{user}'",
    `${directory} ${roles}`,
  ),
  // graph/api/domain-list, graph/api/domain-list-federationconfiguration
  same('GET /v1.0/domains', 'Domain.Read.All Domain.ReadWrite.All Directory.Read.All'),
  same('GET /v1.0/domains/{domain}/federationConfiguration', 'Domain.Read.All Domain.ReadWrite.All'),
  same(
    'GET /v1.0/organization',
    `DeviceManagementConfiguration.Read.All DeviceManagementConfiguration.ReadWrite.All DeviceManagementServiceConfig.Read.All
    DeviceManagementServiceConfig.ReadWrite.All ${directory} Organization.Read.All Organization.ReadWrite.All User.Read.All`,
  ),
  same(
    'GET /v1.0/subscribedSkus',
    `${directory} LicenseAssignment.Read.All Organization.Read.All Organization.ReadWrite.All`,
  ),
]

const serviceRows: Row[] = [
  same('GET /v1.0/auditLogs/directoryAudits', 'AuditLog.Read.All Directory.Read.All'),
  same('GET /v1.0/auditLogs/signIns', 'AuditLog.Read.All'),
  same('GET /v1.0/reports/authenticationMethods/userRegistrationDetails', 'AuditLog.Read.All'),
  {
    call: "GET /v1.0/reports/authenticationMethods/usersRegisteredByMethod(includedUserTypes='all',includedUserRoles='all')",
    application: [],
    delegated: ['AuditLog.Read.All'],
  },
  same(
    'GET /v1.0/policies/authenticationMethodsPolicy',
    'Policy.Read.All Policy.Read.AuthenticationMethod Policy.ReadWrite.AuthenticationMethod',
  ),
  same(
    'GET /v1.0/policies/authenticationMethodsPolicy/authenticationMethodConfigurations/{configuration}',
    'Policy.Read.All Policy.Read.AuthenticationMethod Policy.ReadWrite.AuthenticationMethod',
  ),
  // graph/api/conditionalaccessroot-list-policies, graph/api/conditionalaccessroot-list-namedlocations
  same(
    'GET /v1.0/identity/conditionalAccess/policies',
    'Policy.Read.All Policy.Read.ConditionalAccess Policy.ReadWrite.ConditionalAccess',
  ),
  same(
    'GET /v1.0/identity/conditionalAccess/namedLocations',
    'Policy.Read.All Policy.Read.ConditionalAccess',
  ),
  same(
    'GET /v1.0/identity/conditionalAccess/authenticationContextClassReferences',
    `AuthenticationContext.Read.All AuthenticationContext.ReadWrite.All Policy.Read.ConditionalAccess
    Policy.ReadWrite.ConditionalAccess`,
  ),
  same('POST /v1.0/users/{user}/sendMail', 'Mail.Send'),
  same('GET /v1.0/users/{user}/events', 'Calendars.Read Calendars.ReadBasic Calendars.ReadWrite'),
  same('POST /v1.0/users/{user}/events', 'Calendars.ReadWrite'),
  same('DELETE /v1.0/users/{user}/events/{method}', 'Calendars.ReadWrite'),
]

const under = '/v1.0/users/{user}/authentication'
const all = (names: string[]) => names.map((name) => `${name}.All`)

/** Everybody's with .All, one's own without as well. */
const family = (call: string, names: string[]): Row => ({
  call,
  application: all(names),
  delegated: all(names),
  own: names,
})

const readOf = (kind: string) => [
  `UserAuthMethod-${kind}.Read`,
  `UserAuthMethod-${kind}.ReadWrite`,
  'UserAuthenticationMethod.Read',
  'UserAuthenticationMethod.ReadWrite',
]
const writeOf = (kind: string) => [`UserAuthMethod-${kind}.ReadWrite`, 'UserAuthenticationMethod.ReadWrite']

const kinds: [collection: string, kind: string][] = [
  ['microsoftAuthenticatorMethods', 'MicrosoftAuthApp'],
  ['phoneMethods', 'Phone'],
  ['softwareOathMethods', 'SoftwareOATH'],
  ['temporaryAccessPassMethods', 'TAP'],
  ['windowsHelloForBusinessMethods', 'WindowsHello'],
  ['platformCredentialMethods', 'PlatformCred'],
  ['emailMethods', 'Email'],
]

const broad = ['UserAuthenticationMethod.Read', 'UserAuthenticationMethod.ReadWrite']

const methodRows: Row[] = [
  family(`GET ${under}/methods`, broad),
  family(`GET ${under}/methods/{method}`, broad),
  ...kinds.flatMap(([collection, kind]) => [
    family(`GET ${under}/${collection}`, readOf(kind)),
    family(`GET ${under}/${collection}/{method}`, readOf(kind)),
    family(`DELETE ${under}/${collection}/{method}`, writeOf(kind)),
  ]),
  family(`GET ${under}/passwordMethods`, readOf('Password')),
  family(`POST ${under}/phoneMethods`, writeOf('Phone')),
  family(`PATCH ${under}/phoneMethods/{method}`, writeOf('Phone')),
  // Nobody's own: a pass is made for somebody else.
  { ...family(`POST ${under}/temporaryAccessPassMethods`, writeOf('TAP')), own: [] },
  {
    call: `GET ${under}/fido2Methods`,
    application: ['UserAuthMethod-Passkey.Read.All'],
    delegated: ['UserAuthMethod-Passkey.Read.All'],
    own: readOf('Passkey'),
  },
  family(`GET ${under}/fido2Methods/{method}`, readOf('Passkey')),
  family(`DELETE ${under}/fido2Methods/{method}`, writeOf('Passkey')),
  family(`GET ${under.replace('v1.0', 'beta')}/hardwareOathMethods`, readOf('HardwareOATH')),
  same(
    `GET ${under.replace('v1.0', 'beta')}/requirements`,
    'Policy.Read.All Policy.ReadWrite.AuthenticationMethod',
  ),
]

export const permissionTable: readonly Row[] = [...directoryRows, ...serviceRows, ...methodRows]
