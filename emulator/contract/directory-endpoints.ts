import * as z from 'zod'

import { done, type Endpoint, list, one } from './endpoint'
import * as people from './shapes/people'
import * as policies from './shapes/policies'
import { entity } from './shapes/shape'

const collection = '$count $expand $filter $orderby $search $select $top'
const related = '$count $filter $orderby $search $select $top'
const number = z.int().min(0)

const memberships = ['memberOf', 'transitiveMemberOf'].flatMap((relation): Endpoint[] => {
  const path = `GET /users/{user}/${relation}`
  const learn = `user-list-${relation.toLowerCase()}`
  return [
    list(path, learn, people.directoryObject, { options: related, selectable: people.selectableObject }),
    one(`${path}/$count`, learn, number, { options: '$filter $search' }),
    list(`${path}/microsoft.graph.group`, learn, people.group, { options: related }),
    list(`${path}/microsoft.graph.directoryRole`, learn, people.directoryRole, { options: related }),
    list(`${path}/microsoft.graph.administrativeUnit`, learn, people.unit, { options: related }),
    one(`${path}/microsoft.graph.group/$count`, learn, number, { options: '$filter $search' }),
  ]
})

const members = ['members', 'transitiveMembers'].flatMap((relation): Endpoint[] => {
  const path = `GET /groups/{group}/${relation}`
  const learn = `group-list-${relation.toLowerCase()}`
  const options = '$count $select $top'
  return [
    list(path, learn, people.directoryObject, { options, selectable: people.selectableObject }),
    list(`${path}/microsoft.graph.user`, learn, people.user, { options, selectable: people.selectableUser }),
    list(`${path}/microsoft.graph.group`, learn, people.group, { options }),
  ]
})

const listed = '$filter $select $expand $orderby $count $top'

/** People, groups, roles and the organisation. */
export const directoryEndpoints: readonly Endpoint[] = [
  list('GET /users', 'user-list', people.listedUser, {
    options: collection,
    selectable: people.selectableUser,
  }),
  one('GET /users/$count', 'user-list', number, { options: '$filter $search' }),
  list('GET /users/delta', 'user-delta', people.changedUser, { options: '$select $filter' }),
  one('GET /users/{user}', 'user-get', entity(people.listedUser), {
    options: '$select $expand',
    selectable: entity(people.selectableUser),
  }),
  one('GET /users/{user}/manager', 'user-list-manager', entity(people.typedUser), {
    options: '$select',
    selectable: entity(people.selectableTypedUser),
  }),
  list('GET /users/{user}/directReports', 'user-list-directreports', people.typedUser, {
    options: '$select',
  }),
  ...memberships,
  list('GET /users/{user}/ownedObjects', 'user-list-ownedobjects', people.directoryObject, {
    options: related,
  }),
  list('GET /users/{user}/ownedObjects/microsoft.graph.group', 'user-list-ownedobjects', people.group, {
    options: related,
  }),
  one(
    'POST /users/{user}/revokeSignInSessions',
    'user-revokesigninsessions',
    entity(z.strictObject({ value: z.literal(true) })),
    // Documented is 200; the setting `revokeStatus` makes it 204.
    { statuses: [200, 204] },
  ),

  list('GET /groups', 'group-list', people.group, { options: collection }),
  one('GET /groups/{group}', 'group-get', entity(people.group), { options: '$select' }),
  ...members,
  list('GET /groups/{group}/owners', 'group-list-owners', people.directoryObject, {
    options: related,
    selectable: people.selectableObject,
  }),
  list('GET /directory/administrativeUnits', 'directory-list-administrativeunits', people.unit, {
    options: collection,
  }),
  list(
    'GET /directory/administrativeUnits/{unit}/members',
    'administrativeunit-list-members',
    people.directoryObject,
    { options: '$select $top', selectable: people.selectableObject },
  ),
  list(
    'GET /directory/administrativeUnits/{unit}/scopedRoleMembers',
    'administrativeunit-list-scopedrolemembers',
    people.scopedRole,
  ),

  list('GET /directoryRoles', 'directoryrole-list', people.directoryRole, { options: '$filter $select' }),
  list('GET /directoryRoles/{role}/members', 'directoryrole-list-members', people.directoryObject, {
    options: '$filter $select',
  }),
  list(
    'GET /roleManagement/directory/roleAssignments',
    'rbacapplication-list-roleassignments',
    people.roleAssignment,
    { options: listed },
  ),
  list(
    'GET /roleManagement/directory/transitiveRoleAssignments',
    'rbacapplication-list-transitiveroleassignments',
    people.roleAssignment,
    { options: '$filter $count $select', versions: ['beta'] },
  ),
  list(
    'GET /roleManagement/directory/roleAssignmentScheduleInstances',
    'rbacapplication-list-roleassignmentscheduleinstances',
    people.assignmentInstance,
    { options: listed },
  ),
  list(
    'GET /roleManagement/directory/roleEligibilityScheduleInstances',
    'rbacapplication-list-roleeligibilityscheduleinstances',
    people.eligibilityInstance,
    { options: listed },
  ),
  list(
    'GET /roleManagement/directory/roleDefinitions',
    'rbacapplication-list-roledefinitions',
    { 'v1.0': people.roleDefinition, beta: people.betaRoleDefinition },
    { options: listed },
  ),
  one(
    'GET /roleManagement/directory/roleDefinitions/{role}',
    'unifiedroledefinition-get',
    { 'v1.0': entity(people.roleDefinition), beta: entity(people.betaRoleDefinition) },
    { options: '$select' },
  ),

  list('GET /domains', 'domain-list', policies.domain, { options: '$select $filter' }),
  one('GET /domains/{domain}', 'domain-get', entity(policies.domain), { options: '$select' }),
  list(
    'GET /domains/{domain}/federationConfiguration',
    'domain-list-federationconfiguration',
    policies.federation,
    { options: '$select $filter $count $top $orderby' },
  ),
  list('GET /organization', 'organization-list', policies.organization, { options: '$select' }),
  list('GET /subscribedSkus', 'subscribedsku-list', policies.licence, { options: '$select' }),

  done('POST /users/{user}/sendMail', 'user-sendmail', { statuses: [202] }),
]
