import { getAudit, listAudits } from './audit-logs'
import * as may from './directory-permissions'
import { createEvent, deleteEvent, getEvent, listEvents } from './events'
import { sendUserMail } from './mail'
import {
  getConfiguration,
  getMethodsPolicy,
  listConditionalAccess,
  listContexts,
  listLocations,
} from './policies'
import { countByMethod, getRegistrationDetails, listRegistrationDetails } from './reports'
import { type Facts, type Route, route } from './route'
import { getSignIn, listSignIns } from './sign-ins'

const logs: Facts = { family: 'logs' }
const policies: Facts = {
  family: 'conditionalAccess',
  options: '$count $filter $orderby $select $skip $top $expand',
}
const mail: Facts = { family: 'mail' }
const methodsPolicy = '/policies/authenticationmethodspolicy'
const reports = '/reports/authenticationmethods'

/** Policies, reports, logs, mail and calendars. */
export const serviceRoutes: readonly Route[] = [
  route(`GET ${methodsPolicy}`, may.readMethodsPolicy, getMethodsPolicy),
  route(
    `GET ${methodsPolicy}/authenticationmethodconfigurations/{configuration}`,
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
  route('GET /identity/conditionalaccess/namedlocations', may.readLocations, listLocations, policies),
  route(`GET ${reports}/userregistrationdetails`, may.readLogs, listRegistrationDetails, {
    ...logs,
    options: '$filter $orderby $select $top',
  }),
  route(`GET ${reports}/userregistrationdetails/{user}`, may.readLogs, getRegistrationDetails, logs),
  // Delegated only: an app alone is refused.
  route(`GET ${reports}/{usersregisteredbymethod}`, may.readCounts, countByMethod, logs),
  route('GET /auditlogs/directoryaudits', may.readAudits, listAudits, {
    ...logs,
    options: '$filter $orderby $top $count $select',
  }),
  route('GET /auditlogs/directoryaudits/{entry}', may.readAudits, getAudit, logs),
  route('GET /auditlogs/signins', may.readLogs, listSignIns, {
    ...logs,
    options: '$filter $orderby $top $select',
  }),
  route('GET /auditlogs/signins/{entry}', may.readLogs, getSignIn, logs),
  route('POST /users/{user}/sendmail', may.sendMail, sendUserMail, mail),
  ...['events', 'calendar/events'].flatMap((segment) => [
    route(`GET /users/{user}/${segment}`, may.readEvents, listEvents, {
      ...mail,
      options: '$count $filter $orderby $select $skip $top $expand',
    }),
    route(`POST /users/{user}/${segment}`, may.writeEvents, createEvent, mail),
    route(`GET /users/{user}/${segment}/{event}`, may.readEvents, getEvent, {
      ...mail,
      options: '$select $expand',
    }),
    route(`DELETE /users/{user}/${segment}/{event}`, may.writeEvents, deleteEvent, mail),
  ]),
]
