import type { AppName } from './apps'

export type RoleAssignment = {
  id: string
  principalId: string
  roleDefinitionId: string
  directoryScopeId: string
  /** 'Activated' came out of an eligibility (PIM) and ends by itself. */
  assignmentType: 'Assigned' | 'Activated'
  endDateTime: string | null
}

export type RoleEligibility = {
  id: string
  principalId: string
  roleDefinitionId: string
  directoryScopeId: string
  startDateTime: string
  endDateTime: string | null
}

type MethodTarget = { targetType: 'group' | 'user'; id: string; isRegistrationRequired: boolean }

export type MethodConfiguration = {
  id: string
  state: 'enabled' | 'disabled'
  includeTargets: MethodTarget[]
  excludeTargets: Omit<MethodTarget, 'isRegistrationRequired'>[]
  /** What only this kind of configuration has, in Graph's own names. */
  details: Record<string, unknown>
}

type PassPolicy = {
  defaultLength: number
  defaultLifetimeInMinutes: number
  minimumLifetimeInMinutes: number
  maximumLifetimeInMinutes: number
  isUsableOnce: boolean
}

export type MethodsPolicy = {
  policyMigrationState: 'preMigration' | 'migrationInProgress' | 'migrationComplete'
  campaign: { state: 'default' | 'enabled' | 'disabled'; snoozeDurationInDays: number }
  passes: PassPolicy
  configurations: MethodConfiguration[]
  lastModifiedDateTime: string
}

export type ConditionalAccessPolicy = {
  id: string
  displayName: string
  state: 'enabled' | 'disabled' | 'enabledForReportingButNotEnforced'
  createdDateTime: string
  modifiedDateTime: string | null
  applications: { includeApplications: string[]; includeUserActions: string[]; includeContexts: string[] }
  includeUsers: string[]
  excludeUsers: string[]
  builtInControls: string[]
  /** 00000000-0000-0000-0000-00000000000{2 MFA, 3 passwordless, 4 phishing-resistant} */
  strengthId: string | null
  signInFrequency: 'everyTime' | null
  /** Null: wherever a sign-in comes from. `AllTrusted` stands for the organisation's trusted places. */
  locations: { includeLocations: string[]; excludeLocations: string[] } | null
}

export type AuthenticationContext = {
  id: string
  displayName: string
  description: string
  isAvailable: boolean
}

/** A place by address, as Conditional Access knows it. */
export type NamedLocation = {
  id: string
  displayName: string
  isTrusted: boolean
  cidrAddress: string
  createdDateTime: string
}

export type Group = {
  id: string
  displayName: string
  description: string
  isAssignableToRole: boolean
  /** Who belongs: a rule over the generated people, or a list. */
  membership:
    | { by: 'everyone' }
    | { by: 'site'; site: string }
    | { by: 'department'; department: string }
    | { by: 'list'; memberIds: string[]; groupIds: string[] }
  ownerIds: string[]
}

export type AdministrativeUnit = {
  id: string
  displayName: string
  isMemberManagementRestricted: boolean
  membership: { by: 'site'; site: string } | { by: 'list'; memberIds: string[] }
}

type OptionalClaim = 'amr' | 'auth_time' | 'acrs'

/** Everything about the organisation that is not a person. Small, and kept whole. */
export type Tenant = {
  id: string
  displayName: string
  roleAssignments: RoleAssignment[]
  eligibilities: RoleEligibility[]
  methodsPolicy: MethodsPolicy
  conditionalAccess: ConditionalAccessPolicy[]
  authenticationContexts: AuthenticationContext[]
  locations: NamedLocation[]
  groups: Group[]
  administrativeUnits: AdministrativeUnit[]
  /** Portal app roles by person id. */
  appRoles: Record<string, string[]>
  /** Apps that only assigned people may sign in to; an app that is absent is open to all. */
  appAssignments: Partial<Record<AppName, string[]>>
  optionalClaims: Record<AppName, OptionalClaim[]>
  /** Certificates (PEM) with which an app may prove itself, besides its secret. */
  certificates: Partial<Record<AppName, string[]>>
  /** Permissions an administrator consented to, where they differ from what the apps begin with. */
  grants: Partial<Record<AppName, { scopes: string[]; roles: string[] }>>
  /** Domains in which another provider signs people in. */
  federatedDomains: { name: string; federatedIdpMfaBehavior: string }[]
}
