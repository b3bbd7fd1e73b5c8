import { getAudit, getSignIn, listAudits, listSignIns } from './audit-logs'
import {
  getGroup,
  listDirectoryRoles,
  listGroups,
  listMembers,
  listMemberships,
  listOwned,
  listOwners,
  listRoleMembers,
  listScopedRoles,
  listUnitMembers,
  listUnits,
} from './groups'
import { sendUserMail } from './mail'
import { methodRoutes } from './method-routes'
import * as may from './permissions'
import {
  getConfiguration,
  getDomain,
  getMethodsPolicy,
  listConditionalAccess,
  listContexts,
  listDomains,
  listFederation,
  listOrganization,
} from './policies'
import { countByMethod, getRegistrationDetails, listRegistrationDetails } from './reports'
import {
  getDefinition,
  listAssignments,
  listDefinitions,
  listEligibilities,
  listScheduleInstances,
  listTransitiveAssignments,
} from './roles'
import { type Facts, type Route, route } from './route'
import { revokeSignInSessions } from './sessions'
import { countAllUsers, getManager, getUser, listReports, listUsers } from './users'
import { deltaUsers } from './users-delta'

const logs: Facts = { family: 'logs' }
const policies: Facts = { family: 'conditionalAccess' }

const directory: Route[] = [
  route('GET /users', may.readUsers, listUsers, { units: 2 }),
  route('GET /users/$count', may.readUsers, countAllUsers),
  route('GET /users/delta', may.readUsersFully, deltaUsers),
  route('GET /users/{user}', { ...may.readUsers, own: ['User.Read', 'User.ReadWrite'] }, getUser),
  route('GET /users/{user}/manager', may.readUsersFully, getManager),
  route('GET /users/{user}/directreports', may.readUsersFully, listReports),
  route('GET /users/{user}/memberof', may.readMemberships, listMemberships, { units: 2 }),
  route('GET /users/{user}/memberof/{cast}', may.readMemberships, listMemberships, { units: 2 }),
  route('GET /users/{user}/transitivememberof', may.readMemberships, listMemberships, { units: 2 }),
  route('GET /users/{user}/transitivememberof/{cast}', may.readMemberships, listMemberships, { units: 2 }),
  route('GET /users/{user}/ownedobjects', may.readMemberships, listOwned),
  route('GET /users/{user}/ownedobjects/{cast}', may.readMemberships, listOwned),
  route('POST /users/{user}/revokesigninsessions', may.revokeSessions, revokeSignInSessions),
  route('GET /groups', may.readGroups, listGroups),
  route('GET /groups/{group}', may.readGroups, getGroup),
  route('GET /groups/{group}/members', may.readGroups, listMembers, { units: 3 }),
  route('GET /groups/{group}/members/{cast}', may.readGroups, listMembers, { units: 3 }),
  route('GET /groups/{group}/transitivemembers', may.readGroups, listMembers, { units: 5 }),
  route('GET /groups/{group}/transitivemembers/{cast}', may.readGroups, listMembers, { units: 5 }),
  route('GET /groups/{group}/owners', may.readGroups, listOwners),
  route('GET /directoryroles', may.readRoles, listDirectoryRoles),
  route('GET /directoryroles/{role}/members', may.readRoles, listRoleMembers),
  route('GET /directory/administrativeunits', may.readUnits, listUnits),
  route('GET /directory/administrativeunits/{unit}/members', may.readUnits, listUnitMembers),
  route('GET /directory/administrativeunits/{unit}/members/{cast}', may.readUnits, listUnitMembers),
  route('GET /directory/administrativeunits/{unit}/scopedrolemembers', may.readRoles, listScopedRoles),
  route('GET /rolemanagement/directory/roleassignments', may.readRoles, listAssignments),
  route('GET /rolemanagement/directory/transitiveroleassignments', may.readRoles, listTransitiveAssignments, {
    betaOnly: true,
  }),
  route(
    'GET /rolemanagement/directory/roleassignmentscheduleinstances',
    may.readSchedules,
    listScheduleInstances,
  ),
  route(
    'GET /rolemanagement/directory/roleeligibilityscheduleinstances',
    may.readEligibility,
    listEligibilities,
  ),
  route('GET /rolemanagement/directory/roledefinitions', may.readRoles, listDefinitions),
  route('GET /rolemanagement/directory/roledefinitions/{role}', may.readRoles, getDefinition),
  route('GET /domains', may.readDomains, listDomains),
  route('GET /domains/{domain}', may.readDomains, getDomain),
  route('GET /domains/{domain}/federationconfiguration', may.readDomains, listFederation),
  route('GET /organization', may.readOrganization, listOrganization),
]

const policyRoutes: Route[] = [
  route('GET /policies/authenticationmethodspolicy', may.readMethodsPolicy, getMethodsPolicy),
  route(
    'GET /policies/authenticationmethodspolicy/authenticationmethodconfigurations/{configuration}',
    may.readMethodsPolicy,
    getConfiguration,
  ),
  route(
    'GET /identity/conditionalaccess/policies',
    may.readConditionalAccess,
    listConditionalAccess,
    policies,
  ),
  route(
    'GET /identity/conditionalaccess/authenticationcontextclassreferences',
    may.readContexts,
    listContexts,
    policies,
  ),
]

const reportRoutes: Route[] = [
  route(
    'GET /reports/authenticationmethods/userregistrationdetails',
    may.readLogs,
    listRegistrationDetails,
    logs,
  ),
  route(
    'GET /reports/authenticationmethods/userregistrationdetails/{user}',
    may.readLogs,
    getRegistrationDetails,
    logs,
  ),
  // Delegated only (Kibali): an app alone is refused.
  route(
    'GET /reports/authenticationmethods/{usersregisteredbymethod}',
    { ...may.readLogs, application: [] },
    countByMethod,
    logs,
  ),
  route('GET /auditlogs/directoryaudits', may.readLogs, listAudits, logs),
  route('GET /auditlogs/directoryaudits/{entry}', may.readLogs, getAudit, logs),
  route('GET /auditlogs/signins', may.readLogs, listSignIns, logs),
  route('GET /auditlogs/signins/{entry}', may.readLogs, getSignIn, logs),
]

const mailRoutes: Route[] = [
  route('POST /users/{user}/sendmail', may.sendMail, sendUserMail, { family: 'mail' }),
]

/** Everything Graph answers here. The first that fits counts, so fixed segments stand before `{any}`. */
export const routes: readonly Route[] = [
  ...directory,
  ...policyRoutes,
  ...reportRoutes,
  ...methodRoutes,
  ...mailRoutes,
]

/** The route for a path and its parameters; `otherVerb` when only another verb would fit. */
export function findRoute(
  verb: string,
  path: string,
): { route: Route; params: Record<string, string> } | 'otherVerb' | null {
  const segments = path.split('/').slice(1)
  const fitting = routes.filter(({ pattern }) => fits(pattern, segments))
  const route = fitting.find((candidate) => candidate.verb === verb)
  if (!route) return fitting.length > 0 ? 'otherVerb' : null
  return { route, params: paramsOf(route.pattern, segments) }
}

function fits(pattern: string[], segments: string[]): boolean {
  return (
    pattern.length === segments.length &&
    pattern.every((piece, at) => piece.startsWith('{') || piece === segments[at]?.toLowerCase())
  )
}

function paramsOf(pattern: string[], segments: string[]): Record<string, string> {
  const params: Record<string, string> = {}
  for (const [at, piece] of pattern.entries())
    if (piece.startsWith('{')) params[piece.slice(1, -1)] = segments[at] ?? ''
  const cast = params.cast
  if (cast !== undefined) params.cast = cast.startsWith('microsoft.') ? cast : `microsoft.${cast}`
  return params
}
