import { done, type Endpoint, list, one } from './endpoint'
import * as methods from './shapes/methods'
import * as policies from './shapes/policies'
import * as records from './shapes/records'
import { entity } from './shapes/shape'

const under = '/users/{user}/authentication'

type Kind = Parameters<(typeof methods.methodOf)['beta']>[0]

const collections: [path: string, kind: Kind, isDeletable: boolean][] = [
  ['microsoftAuthenticatorMethods', 'microsoftAuthenticator', true],
  ['phoneMethods', 'phone', true],
  ['fido2Methods', 'fido2', true],
  ['softwareOathMethods', 'softwareOath', true],
  ['temporaryAccessPassMethods', 'temporaryAccessPass', true],
  ['windowsHelloForBusinessMethods', 'windowsHelloForBusiness', true],
  ['platformCredentialMethods', 'platformCredential', true],
  ['emailMethods', 'email', true],
  ['passwordMethods', 'password', false],
]

const typed = collections.flatMap(([path, kind, isDeletable]): Endpoint[] => {
  const shape = { 'v1.0': methods.methodOf['v1.0'](kind), beta: methods.methodOf.beta(kind) }
  const single = { 'v1.0': entity(shape['v1.0']), beta: entity(shape.beta) }
  const learn = `${kind.toLowerCase()}authenticationmethod`
  return [
    list(`GET ${under}/${path}`, `authentication-list-${path.toLowerCase()}`, shape),
    one(`GET ${under}/${path}/{method}`, `${learn}-get`, single),
    ...(isDeletable ? [done(`DELETE ${under}/${path}/{method}`, `${learn}-delete`)] : []),
  ]
})

/** Authentication methods. Their lists support no query options at all. */
const methodEndpoints: Endpoint[] = [
  list(`GET ${under}/methods`, 'authentication-list-methods', methods.anyMethod),
  // The kind is told here too; `entity` works on each of them by itself.
  one(`GET ${under}/methods/{method}`, 'authenticationmethod-get', {
    'v1.0': methods.oneMethod['v1.0'],
    beta: methods.oneMethod.beta,
  }),
  ...typed,
  list(`GET ${under}/hardwareOathMethods`, 'authentication-list-hardwareoathmethods', methods.hardwareToken, {
    versions: ['beta'],
  }),
  one(
    `GET ${under}/hardwareOathMethods/{method}`,
    'hardwareoathauthenticationmethod-get',
    entity(methods.hardwareToken),
    { versions: ['beta'] },
  ),
  done(`DELETE ${under}/hardwareOathMethods/{method}`, 'hardwareoathauthenticationmethod-delete', {
    versions: ['beta'],
  }),
  one(
    `GET ${under}/microsoftAuthenticatorMethods/{method}/device`,
    'microsoftauthenticatorauthenticationmethod-get',
    entity(methods.authenticatorDevice),
    { statuses: [200, 204] },
  ),
  one(
    `POST ${under}/temporaryAccessPassMethods`,
    'authentication-post-temporaryaccesspassmethods',
    { 'v1.0': entity(methods.newPass['v1.0']), beta: entity(methods.newPass.beta) },
    { statuses: [201] },
  ),
  one(
    `POST ${under}/phoneMethods`,
    'authentication-post-phonemethods',
    {
      'v1.0': entity(methods.methodOf['v1.0']('phone')),
      beta: entity(methods.methodOf.beta('phone')),
    },
    { statuses: [201] },
  ),
  done(`PATCH ${under}/phoneMethods/{method}`, 'phoneauthenticationmethod-update'),
  one(`GET ${under}/signInPreferences`, 'authentication-get', entity(methods.signInPreferences), {
    versions: ['beta'],
  }),
  done(`PATCH ${under}/signInPreferences`, 'authentication-update', { versions: ['beta'] }),
  one(`GET ${under}/requirements`, 'authentication-get', entity(methods.requirements), {
    versions: ['beta'],
  }),
]

const access = '$count $filter $orderby $select $skip $top $expand'

const policyEndpoints: Endpoint[] = [
  one('GET /policies/authenticationMethodsPolicy', 'authenticationmethodspolicy-get', {
    'v1.0': entity(policies.methodsPolicy('v1.0')),
    beta: entity(policies.methodsPolicy('beta')),
  }),
  one(
    'GET /policies/authenticationMethodsPolicy/authenticationMethodConfigurations/{configuration}',
    'temporaryaccesspassauthenticationmethodconfiguration-get',
    policies.oneConfiguration,
  ),
  list(
    'GET /identity/conditionalAccess/policies',
    'conditionalaccessroot-list-policies',
    policies.accessPolicy,
    { options: access },
  ),
  list(
    'GET /identity/conditionalAccess/authenticationContextClassReferences',
    'conditionalaccessroot-list-authenticationcontextclassreferences',
    policies.authenticationContext,
    { options: access },
  ),
  list(
    'GET /identity/conditionalAccess/namedLocations',
    'conditionalaccessroot-list-namedlocations',
    policies.namedLocation,
    { options: access },
  ),
]

const reports = '/reports/authenticationMethods'

const recordEndpoints: Endpoint[] = [
  list(
    `GET ${reports}/userRegistrationDetails`,
    'authenticationmethodsroot-list-userregistrationdetails',
    records.registrationDetails,
    { options: '$filter $orderby $select $top' },
  ),
  one(
    `GET ${reports}/userRegistrationDetails/{user}`,
    'userregistrationdetails-get',
    entity(records.registrationDetails),
  ),
  one(
    `GET ${reports}/{usersRegisteredByMethod}`,
    'authenticationmethodsroot-usersregisteredbymethod',
    entity(records.methodCounts),
  ),
  list('GET /auditLogs/directoryAudits', 'directoryaudit-list', records.audit, {
    options: '$filter $orderby $top $count $select',
  }),
  one('GET /auditLogs/directoryAudits/{entry}', 'directoryaudit-get', entity(records.audit)),
  list(
    'GET /auditLogs/signIns',
    'signin-list',
    { 'v1.0': records.signIn, beta: records.betaSignIn },
    { options: '$filter $orderby $top $select' },
  ),
  one('GET /auditLogs/signIns/{entry}', 'signin-get', {
    'v1.0': entity(records.signIn),
    beta: entity(records.betaSignIn),
  }),
]

const calendarEndpoints = ['events', 'calendar/events'].flatMap((path): Endpoint[] => [
  list(`GET /users/{user}/${path}`, 'user-list-events', records.event, { options: access }),
  one(`POST /users/{user}/${path}`, 'user-post-events', entity(records.event), { statuses: [201] }),
  one(`GET /users/{user}/${path}/{event}`, 'event-get', entity(records.event), {
    options: '$select $expand',
  }),
  done(`DELETE /users/{user}/${path}/{event}`, 'event-delete'),
])

/** Methods, policies, reports, logs and calendars. */
export const serviceEndpoints: readonly Endpoint[] = [
  ...methodEndpoints,
  ...policyEndpoints,
  ...recordEndpoints,
  ...calendarEndpoints,
]
