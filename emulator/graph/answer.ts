import { type Caller, readCaller } from './caller'
import { type Fault, takeFault } from './faults'
import { isOwn } from './method-access'
import { pauseAnswer } from './paging'
import { requirePermission } from './permissions'
import { checkOptions } from './query-options'
import { errorAnswer, type GraphAnswer, GraphError, type GraphRequest } from './request'
import type { Route } from './route'
import { findRoute, lostSegment } from './routes'
import { refuseByFault, spoilt } from './spoil'
import { type Family, throttle } from './throttle'

/** What became of one call, and the fault that was to strike it. */
export type Answered = { answer: GraphAnswer; fault: Fault | null }

type Striking = {
  isBatchItem: boolean
  /** Strikes before the call is carried out; resolves false when there will be no answer at all. */
  before(fault: Fault, request: GraphRequest): Promise<boolean>
}

/** Carries out one call: token, throttling, permission, effect. Null when a fault swallowed it. */
export async function answerCall(
  given: GraphRequest,
  { isBatchItem, before }: Striking,
): Promise<Answered | null> {
  let fault: Fault | null = null
  try {
    const caller = await readCaller(given)
    const callerId = caller.kind === 'user' ? caller.person.id : null
    const request = withoutMe(given, caller)
    fault = takeFault(request, callerId, isBatchItem)
    if (fault && !(await before(fault, request))) return null
    if (fault) refuseByFault(fault)
    const answer = carryOut(request, caller)
    return { answer: fault ? spoilt(answer, fault, request) : answer, fault }
  } catch (error) {
    if (error instanceof GraphError) return { answer: errorAnswer(error, given), fault }
    throw error
  }
}

function carryOut(request: GraphRequest, caller: Caller): GraphAnswer {
  const { route, params } = routeOf(request)
  const headers = throttle(request.world, {
    family: familyOf(route, request),
    mailbox: params.user ?? '',
    appId: caller.appId,
    units: unitsOf(route, request),
    isWrite: route.verb !== 'GET',
  })
  const permission =
    typeof route.permission === 'function' ? route.permission(request.world) : route.permission
  requirePermission({ ...request, caller }, permission, isOwn({ ...request, caller }, params.user ?? ''))
  checkOptions(route, request)
  const answer = pauseAnswer(request) ?? route.answer({ ...request, caller }, params)
  return { ...answer, headers: { ...headers, ...answer.headers } }
}

/** People with signInActivity fall under a limit of their own. */
function familyOf({ family, pattern }: Route, { query }: GraphRequest): Family {
  const isActivity = pattern[0] === 'users' && /\bsignInActivity\b/i.test(query.get('$select') ?? '')
  return isActivity && family === 'directory' ? 'signInActivity' : family
}

function routeOf(request: GraphRequest): { route: Route; params: Record<string, string> } {
  const found = findRoute(request.method, request.path)
  if (found === 'otherVerb')
    throw new GraphError(
      405,
      'Request_BadRequest',
      'Specified HTTP method is not allowed for the request target.',
    )
  if (!found || (found.route.betaOnly && request.version !== 'beta'))
    throw new GraphError(
      400,
      'BadRequest',
      `Resource not found for the segment '${lostSegment(request.path)}'.`,
    )
  return found
}

/** https://learn.microsoft.com/graph/throttling-limits: $select -1, $expand +1, $top below 20 -1, at least 1. */
function unitsOf({ units }: Route, { query }: GraphRequest): number {
  const top = Number(query.get('$top') ?? 20)
  const change = (query.has('$select') ? -1 : 0) + (query.has('$expand') ? 1 : 0) + (top < 20 ? -1 : 0)
  return Math.max(1, units + change)
}

function withoutMe(request: GraphRequest, caller: Caller): GraphRequest {
  if (!/^\/me(\/|$)/i.test(request.path)) return request
  if (caller.kind === 'app')
    throw new GraphError(400, 'BadRequest', '/me request is only valid with delegated authentication flow.')
  return { ...request, isMe: true, path: `/users/${caller.person.id}${request.path.slice('/me'.length)}` }
}
