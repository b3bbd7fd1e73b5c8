import { indexOfId } from '../world/address'
import { isKindAllowed } from '../world/allowed-methods'
import { hourMs, isoAt, minuteMs } from '../world/clock'
import type { Method } from '../world/method'
import { authenticatorAaGuids } from '../world/method'
import { emulatorNow } from '../world/moved-clock'
import { personAsOf } from '../world/people'
import type { Person } from '../world/person'
import { liveAssignments } from '../world/roles'
import type { World } from '../world/world'
import { namedIndexes } from './by-id'
import { nextLink, readFilter, readSkipToken, readTop, selected } from './paging'
import { type AllowedRequest, contextOf, type GraphAnswer, GraphError, notFound } from './request'

type View = Record<string, unknown>

/** @throws {GraphError} 403 — reports and logs need Entra ID P1 */
export function requirePremium({ world }: AllowedRequest): void {
  if (!world.settings.hasPremiumLicence)
    throw new GraphError(
      403,
      'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
      "Neither tenant is B2C or tenant doesn't have premium license",
    )
}

/** GET /reports/authenticationMethods/userRegistrationDetails: as old as the report, and without disabled people. */
export function listRegistrationDetails(request: AllowedRequest): GraphAnswer {
  requirePremium(request)
  const { world } = request
  const filter = readFilter(request)
  const top = readTop(request, 1_000, 1_000)
  const look = viewer(world)
  const value: View[] = []
  let next: number | null = null
  const named = namedIndexes(request)
  for (let at = readSkipToken(request); at < (named?.length ?? world.nextIndex); at += 1) {
    const view = look(named ? (named[at] ?? 0) : at)
    if (!view || (filter && !filter.test(view))) continue
    if (value.length === top) {
      next = at
      break
    }
    value.push(selected(view, request))
  }
  const link = next === null ? {} : { '@odata.nextLink': nextLink(request, next) }
  const context = contextOf(request, 'reports/authenticationMethods/userRegistrationDetails')
  return { status: 200, body: { '@odata.context': context, ...link, value } }
}

/** GET …/userRegistrationDetails/{user}. */
export function getRegistrationDetails(
  request: AllowedRequest,
  { user = '' }: Record<string, string>,
): GraphAnswer {
  requirePremium(request)
  const index = indexOfId(request.world.genesis.seed, user)
  const view = index === null ? null : viewer(request.world)(index)
  if (!view) throw notFound(user)
  const context = contextOf(request, 'reports/authenticationMethods/userRegistrationDetails/$entity')
  return { status: 200, body: { '@odata.context': context, ...view } }
}

/** GET …/usersRegisteredByMethod(…): counts per method, of the same old report. */
export function countByMethod(request: AllowedRequest): GraphAnswer {
  requirePremium(request)
  const look = viewer(request.world)
  const counts = new Map<string, number>()
  let totalUserCount = 0
  for (let index = 0; index < request.world.nextIndex; index += 1) {
    const view = look(index)
    if (!view) continue
    totalUserCount += 1
    for (const name of methodNamesOf(view)) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const userRegistrationMethodCounts = [...counts].map(([authenticationMethod, userCount]) => ({
    authenticationMethod,
    userCount,
  }))
  const context = contextOf(request, 'microsoft.graph.userRegistrationMethodSummary')
  return {
    status: 200,
    body: {
      '@odata.context': context,
      userTypes: 'all',
      userRoles: 'all',
      totalUserCount,
      userRegistrationMethodCounts,
    },
  }
}

const methodNamesOf = (view: View) =>
  Array.isArray(view.methodsRegistered) ? view.methodsRegistered.map(String) : []

function viewer(world: World): (index: number) => View | null {
  const lag = world.settings.reportLagMinutes * minuteMs
  const refreshedAt = isoAt(Math.floor((emulatorNow(world) - lag) / hourMs) * hourMs)
  const admins = new Set(liveAssignments(world).map(({ principalId }) => principalId))
  return (index) => {
    const person = personAsOf(world, index, lag)
    if (!person?.accountEnabled) return null
    return registrationView(person, { world, isAdmin: admins.has(person.id), refreshedAt })
  }
}

type Looking = { world: World; isAdmin: boolean; refreshedAt: string }

function registrationView(person: Person, { world, isAdmin, refreshedAt }: Looking): View {
  const methodsRegistered = person.methods.flatMap(reportNames)
  const strong = person.methods.filter(
    ({ kind }) => !['password', 'email', 'unknown', 'temporaryAccessPass'].includes(kind),
  )
  const isPasswordless = person.methods.some(isPasswordlessMethod)
  const isSspr = strong.some(({ kind }) => ['microsoftAuthenticator', 'phone', 'softwareOath'].includes(kind))
  return {
    id: person.id,
    userPrincipalName: person.userPrincipalName,
    userDisplayName: person.displayName,
    userType: person.userType === 'Guest' ? 'guest' : 'member',
    isAdmin,
    isSsprRegistered: isSspr,
    isSsprEnabled: true,
    isSsprCapable: isSspr,
    isMfaRegistered: strong.length > 0,
    isMfaCapable: strong.some(({ kind }) => isKindAllowed(world, person, kind)),
    isPasswordlessCapable: isPasswordless,
    isSystemPreferredAuthenticationMethodEnabled: person.isSystemPreferredEnabled,
    systemPreferredAuthenticationMethods: [],
    userPreferredMethodForSecondaryAuthentication: person.preference ?? 'none',
    methodsRegistered: [...new Set(methodsRegistered)],
    lastUpdatedDateTime: refreshedAt,
  }
}

function isPasswordlessMethod(method: Method): boolean {
  if (method.kind === 'microsoftAuthenticator') return method.passwordless
  return ['fido2', 'windowsHelloForBusiness', 'platformCredential'].includes(method.kind)
}

/** Words of the report; an open list at Microsoft. */
function reportNames(method: Method): string[] {
  switch (method.kind) {
    case 'microsoftAuthenticator': {
      const push = method.passwordless
        ? ['microsoftAuthenticatorPasswordless']
        : ['microsoftAuthenticatorPush']
      return [...push, 'softwareOneTimePasscode']
    }
    case 'phone':
      return [
        { mobile: 'mobilePhone', alternateMobile: 'alternateMobilePhone', office: 'officePhone' }[
          method.phoneType
        ],
      ]
    case 'fido2': {
      if (method.passkeyType === 'synced') return ['passKeySynced']
      const isInApp =
        method.aaGuid === authenticatorAaGuids.ios || method.aaGuid === authenticatorAaGuids.android
      return [isInApp ? 'passKeyDeviceBoundAuthenticator' : 'passKeyDeviceBound']
    }
    case 'softwareOath':
      return ['softwareOneTimePasscode']
    case 'hardwareOath':
      return ['hardwareOneTimePasscode']
    case 'windowsHelloForBusiness':
      return ['windowsHelloForBusiness']
    case 'platformCredential':
      return ['macOsSecureEnclaveKey']
    case 'temporaryAccessPass':
      return ['temporaryAccessPass']
    case 'email':
      return ['email']
    default:
      return []
  }
}
