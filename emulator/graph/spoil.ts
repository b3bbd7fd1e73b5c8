import { httpDate, realNow } from '../world/clock'
import type { Fault } from './faults'
import { errorAnswer, type GraphAnswer, GraphError, type GraphRequest, publicUrl } from './request'
import { tooMany } from './throttle'

/** Faults that refuse a call before anything happens. @throws {GraphError} */
export function refuseByFault({ fault, retryAfterSeconds }: Fault): void {
  switch (fault) {
    case '429':
      throw tooMany({ 'retry-after': String(retryAfterSeconds) })
    case '429-date':
      throw tooMany({ 'retry-after': httpDate(realNow() + retryAfterSeconds * 1_000) })
    case '429-bare':
      throw tooMany({})
    case '401-expired':
      throw new GraphError(
        401,
        'InvalidAuthenticationToken',
        'Lifetime validation failed, the token is expired.',
      )
    case '401-claims':
      throw claimsChallenge()
    case '403-premium':
      throw new GraphError(
        403,
        'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
        "Neither tenant is B2C or tenant doesn't have premium license",
      )
    case '500':
      throw new GraphError(500, 'InternalServerError', 'An internal server error occurred.')
    case '502':
      throw new GraphError(502, 'BadGateway', 'The gateway got no valid answer.')
    case '503':
      throw new GraphError(503, 'serviceNotAvailable', 'The service is temporarily unavailable.')
    default:
  }
}

/** Continuous access evaluation: https://learn.microsoft.com/entra/identity-platform/claims-challenge */
function claimsChallenge(): GraphError {
  const claims = JSON.stringify({
    access_token: { nbf: { essential: true, value: String(Math.floor(realNow() / 1_000)) } },
  })
  const challenge = [
    'Bearer realm=""',
    'authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
    'error="insufficient_claims"',
    `claims="${Buffer.from(claims).toString('base64')}"`,
  ].join(', ')
  return new GraphError(
    401,
    'InvalidAuthenticationToken',
    'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
    { 'www-authenticate': challenge },
  )
}

/** What the caller sees of a call that was carried out. */
export function spoilt(answer: GraphAnswer, { fault }: Fault, request: GraphRequest): GraphAnswer {
  if (fault === '504-after')
    return errorAnswer(new GraphError(504, 'UnknownError', 'The gateway timed out.'), request)
  const here = publicUrl(request, request.query)
  if (fault === 'next-loop') return withNext(answer, here)
  if (fault === 'next-foreign')
    return withNext(answer, here.replace('graph.microsoft.com', 'graph.microsoft.com.elsewhere.example'))
  return answer
}

/** A page whose next link leads astray; the end of a delta round is never reached. */
function withNext({ body, ...answer }: GraphAnswer, link: string): GraphAnswer {
  if (typeof body !== 'object' || body === null || !('value' in body)) return { ...answer, body }
  return { ...answer, body: { ...body, '@odata.nextLink': link, '@odata.deltaLink': undefined } }
}
