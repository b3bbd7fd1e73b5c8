import * as may from './directory-permissions'
import {
  getGroup,
  listDirectoryRoles,
  listGroups,
  listMembers,
  listOwners,
  listRoleMembers,
  listScopedRoles,
  listUnitMembers,
  listUnits,
} from './groups'
import { countMemberships, listMemberships, listOwned } from './memberships'
import { getDomain, listDomains, listFederation, listLicences, listOrganization } from './organization'
import {
  getDefinition,
  listAssignments,
  listDefinitions,
  listEligibilities,
  listScheduleInstances,
  listTransitiveAssignments,
} from './roles'
import { type Route, route } from './route'
import { revokeSignInSessions } from './sessions'
import { countAllUsers, getManager, getUser, listReports, listUsers } from './users'
import { deltaUsers } from './users-delta'

// Query options stand as the pages under learn.microsoft.com/graph/api document them.
const collection = '$count $expand $filter $orderby $search $select $top'
const members = '$count $filter $orderby $search $select $top'

const users: Route[] = [
  route('GET /users', may.readUsers, listUsers, { units: 2, options: collection }),
  route('GET /users/$count', may.readUsers, countAllUsers, { options: '$filter $search' }),
  route('GET /users/delta', may.readUserChanges, deltaUsers, { options: '$select $filter' }),
  route('GET /users/{user}', may.readUser, getUser, { options: '$select $expand' }),
  route('GET /users/{user}/manager', may.readManager, getManager, { options: '$select' }),
  route('GET /users/{user}/directreports', may.readReports, listReports, { options: '$select' }),
  ...memberships('memberof', may.readMemberships),
  ...memberships('transitivememberof', may.readAllMemberships),
  route('GET /users/{user}/ownedobjects', may.readOwned, listOwned, { options: members }),
  route('GET /users/{user}/ownedobjects/{cast}', may.readOwned, listOwned, { options: members }),
  route('POST /users/{user}/revokesigninsessions', may.revokeSessions, revokeSignInSessions),
]

function memberships(segment: string, permission: typeof may.readMemberships): Route[] {
  const path = `GET /users/{user}/${segment}`
  const facts = { units: 2, options: members }
  return [
    route(path, permission, listMemberships, facts),
    route(`${path}/$count`, permission, countMemberships, { ...facts, options: '$filter $search' }),
    route(`${path}/{cast}/$count`, permission, countMemberships, { ...facts, options: '$filter $search' }),
    route(`${path}/{cast}`, permission, listMemberships, facts),
  ]
}

const groups: Route[] = [
  route('GET /groups', may.readGroups, listGroups, { options: collection }),
  route('GET /groups/{group}', may.readGroup, getGroup, { options: '$select' }),
  ...['members', 'transitivemembers'].flatMap((segment) => {
    const facts = { units: segment === 'members' ? 3 : 5, options: '$count $select $top' }
    return [
      route(`GET /groups/{group}/${segment}`, may.readMembers, listMembers, facts),
      route(`GET /groups/{group}/${segment}/{cast}`, may.readMembers, listMembers, facts),
    ]
  }),
  route('GET /groups/{group}/owners', may.readMembers, listOwners, { options: members }),
  route('GET /directory/administrativeunits', may.readUnits, listUnits, { options: collection }),
  ...['', '/{cast}'].map((cast) =>
    route(`GET /directory/administrativeunits/{unit}/members${cast}`, may.readUnits, listUnitMembers, {
      options: '$select $top',
    }),
  ),
  route('GET /directory/administrativeunits/{unit}/scopedrolemembers', may.readRoles, listScopedRoles),
]

const listed = '$filter $select $expand $orderby $count $top'
const roles: Route[] = [
  // Never paged (paging page): no $top.
  route('GET /directoryroles', may.readRoles, listDirectoryRoles, { options: '$filter $select' }),
  route('GET /directoryroles/{role}/members', may.readRoles, listRoleMembers, { options: '$filter $select' }),
  route('GET /rolemanagement/directory/roleassignments', may.readAssignments, listAssignments, {
    options: listed,
  }),
  route('GET /rolemanagement/directory/transitiveroleassignments', may.readRoles, listTransitiveAssignments, {
    betaOnly: true,
    options: '$filter $count $select',
  }),
  route(
    'GET /rolemanagement/directory/roleassignmentscheduleinstances',
    may.readSchedules,
    listScheduleInstances,
    { options: listed },
  ),
  route(
    'GET /rolemanagement/directory/roleeligibilityscheduleinstances',
    may.readEligibility,
    listEligibilities,
    { options: listed },
  ),
  route('GET /rolemanagement/directory/roledefinitions', may.readDefinitions, listDefinitions, {
    options: listed,
  }),
  route('GET /rolemanagement/directory/roledefinitions/{role}', may.readDefinitions, getDefinition, {
    options: '$select',
  }),
]

const organization: Route[] = [
  route('GET /domains', may.readDomains, listDomains, { options: '$select $filter' }),
  route('GET /domains/{domain}', may.readDomains, getDomain, { options: '$select' }),
  route('GET /domains/{domain}/federationconfiguration', may.readFederation, listFederation, {
    options: '$select $filter $count $top $orderby',
  }),
  route('GET /organization', may.readOrganization, listOrganization, { options: '$select' }),
  route('GET /subscribedskus', may.readLicences, listLicences, { units: 3, options: '$select' }),
]

/** People, groups, roles and the organisation itself. */
export const directoryRoutes: readonly Route[] = [...users, ...groups, ...roles, ...organization]
