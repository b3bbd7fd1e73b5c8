import type * as Graph from '@microsoft/microsoft-graph-types'
import * as z from 'zod'

import { flag, guid, instant, orNull, shapeOf, text, texts, typed } from './shape'

/** What a user shows unasked: https://learn.microsoft.com/graph/api/user-list */
const eleven = {
  businessPhones: texts,
  displayName: text,
  givenName: orNull(text),
  id: guid,
  jobTitle: orNull(text),
  mail: orNull(text),
  mobilePhone: orNull(text),
  officeLocation: orNull(text),
  preferredLanguage: orNull(text),
  surname: orNull(text),
  userPrincipalName: text,
}

const empty = z.unknown()

/** Everything else that can be selected of a user: https://learn.microsoft.com/graph/api/resources/user */
const selectable = {
  accountEnabled: flag,
  ageGroup: orNull(text),
  assignedLicenses: z.array(empty),
  assignedPlans: z.array(empty),
  city: orNull(text),
  companyName: orNull(text),
  consentProvidedForMinor: orNull(text),
  country: orNull(text),
  createdDateTime: instant,
  creationType: orNull(text),
  deletedDateTime: orNull(instant),
  department: orNull(text),
  employeeHireDate: orNull(instant),
  employeeId: orNull(text),
  employeeLeaveDateTime: orNull(instant),
  employeeType: orNull(text),
  externalUserState: orNull(z.enum(['PendingAcceptance', 'Accepted'])),
  identities: z.array(empty),
  isManagementRestricted: orNull(flag),
  isResourceAccount: orNull(flag),
  lastPasswordChangeDateTime: orNull(instant),
  mailNickname: orNull(text),
  onPremisesDomainName: orNull(text),
  onPremisesImmutableId: orNull(text),
  onPremisesLastSyncDateTime: orNull(instant),
  onPremisesSamAccountName: orNull(text),
  onPremisesSyncEnabled: orNull(flag),
  onPremisesUserPrincipalName: orNull(text),
  otherMails: texts,
  passwordPolicies: orNull(text),
  proxyAddresses: texts,
  signInActivity: orNull(empty),
  signInSessionsValidFromDateTime: orNull(instant),
  state: orNull(text),
  streetAddress: orNull(text),
  usageLocation: orNull(text.length(2)),
  userType: orNull(z.enum(['Member', 'Guest'])),
}

export const user = shapeOf<Graph.User>()(eleven)
const wholeUser = shapeOf<Graph.User>()({ ...eleven, ...selectable })
/** With whatever of them was expanded. */
const manager = { manager: wholeUser.extend(typed('user')).partial().optional() }
export const listedUser = user.extend(manager)
export const selectableUser = wholeUser.extend(manager)

/** In a delta: selected properties, the manager as a change of its own, or only that somebody is gone. */
export const changedUser = z.union([
  z.strictObject({ id: guid, '@removed': z.strictObject({ reason: z.enum(['changed', 'deleted']) }) }),
  wholeUser.partial().extend({
    id: guid,
    'manager@delta': z.array(z.strictObject({ ...typed('user'), id: guid })).optional(),
  }),
])

export const group = shapeOf<Graph.Group>()({
  id: guid,
  description: orNull(text),
  displayName: text,
  groupTypes: texts,
  isAssignableToRole: orNull(flag),
  mailEnabled: flag,
  securityEnabled: flag,
  visibility: orNull(text),
})

export const unit = shapeOf<Graph.AdministrativeUnit>()({
  id: guid,
  displayName: text,
  description: orNull(text),
  visibility: orNull(text),
  isMemberManagementRestricted: flag,
})

export const directoryRole = shapeOf<Graph.DirectoryRole>()({
  id: guid,
  displayName: text,
  roleTemplateId: guid,
})

/** An object of a mixed list says what it is. */
export const directoryObject = z.union([
  user.extend(typed('user')),
  group.extend(typed('group')),
  unit.extend(typed('administrativeUnit')),
  directoryRole.extend(typed('directoryRole')),
])

export const typedUser = user.extend(typed('user'))
export const selectableTypedUser = wholeUser.extend(typed('user'))
export const selectableObject = z.union([
  selectableTypedUser,
  group.extend(typed('group')),
  unit.extend(typed('administrativeUnit')),
  directoryRole.extend(typed('directoryRole')),
])

const member = { principalId: guid, roleDefinitionId: guid, directoryScopeId: text.startsWith('/') }
const expanded = {
  principal: typedUser.optional(),
  roleDefinition: z.strictObject({ id: guid, displayName: text }).optional(),
}

export const roleAssignment = shapeOf<Graph.UnifiedRoleAssignment>()({ id: text, ...member, ...expanded })

export const assignmentInstance = shapeOf<Graph.UnifiedRoleAssignmentScheduleInstance>()({
  id: text,
  ...member,
  ...expanded,
  appScopeId: orNull(text),
  assignmentType: z.enum(['Assigned', 'Activated']),
  memberType: z.enum(['Direct', 'Group', 'Inherited']),
  roleAssignmentScheduleId: text,
  startDateTime: orNull(instant),
  endDateTime: orNull(instant),
})

export const eligibilityInstance = shapeOf<Graph.UnifiedRoleEligibilityScheduleInstance>()({
  id: text,
  ...member,
  appScopeId: orNull(text),
  memberType: z.enum(['Direct', 'Group', 'Inherited']),
  roleEligibilityScheduleId: text,
  startDateTime: orNull(instant),
  endDateTime: orNull(instant),
})

const definition = {
  id: guid,
  displayName: text,
  description: orNull(text),
  isBuiltIn: flag,
  isEnabled: flag,
  templateId: guid,
  version: orNull(text),
}
export const roleDefinition = shapeOf<Graph.UnifiedRoleDefinition>()(definition)
/** Whether a role is privileged stands in the beta only. */
export const betaRoleDefinition = roleDefinition.extend({ isPrivileged: flag })

export const scopedRole = shapeOf<Graph.ScopedRoleMembership>()({
  id: text,
  roleId: guid,
  administrativeUnitId: guid,
  roleMemberInfo: shapeOf<Graph.Identity>()({ id: guid, displayName: text }),
})
