import { describe, expect, test } from 'vitest'
import { failureOf, retryAtOf } from '@/lib/graph/failure'

const now = new Date('2026-11-22T09:00:00Z')
const error = (code: string, message = '') => ({ error: { code, message } })
const fail = (status: number, body: unknown, app: 'reader' | 'self' | 'desk' = 'reader', headers = {}) =>
  failureOf({
    app,
    body,
    headers: new Headers(headers),
    retryAt: null,
    receipt: { status, requestId: 'r', clientRequestId: 'c' },
  })

/** Bodies as observed at Microsoft and documented on https://learn.microsoft.com/graph/errors */
describe('an answer that is not a good one means', () => {
  const challenge = { 'www-authenticate': 'Bearer error="insufficient_claims", claims="e30="' }
  test.each([
    ['wait', fail(429, error('TooManyRequests')), 'unavailable', 'graph_throttled'],
    ['nothing is known', fail(504, error('UnknownError')), 'unavailable', 'graph_unavailable'],
    ['there is no such thing', fail(404, error('Request_ResourceNotFound')), 'not_found', 'not_found'],
    ['begin anew', fail(410, error('resyncRequired')), 'refused', 'graph_link_expired'],
    [
      'there is no licence',
      fail(403, error('Authentication_RequestFromNonPremiumTenantOrB2CTenant')),
      'refused',
      'graph_licence_missing',
    ],
    ['activate your role', fail(403, error('accessDenied'), 'desk'), 'refused', 'graph_role_inactive'],
    ['no', fail(403, error('Authorization_RequestDenied')), 'refused', 'graph_refused'],
    ['sign in again', fail(401, error('InvalidAuthenticationToken'), 'self'), 'forbidden', 'step_up_needed'],
    [
      'sign in as the policy wants',
      fail(403, error('accessDenied'), 'desk', challenge),
      'forbidden',
      'step_up_needed',
    ],
    [
      'the portal’s own credential is at fault',
      fail(401, error('InvalidAuthenticationToken')),
      'refused',
      'graph_credential_refused',
    ],
    [
      'remove the others first',
      fail(
        400,
        error(
          'badRequest',
          'Cannot delete default method with other methods configured. Please change default method before deletion.',
        ),
      ),
      'refused',
      'graph_default_method',
    ],
    [
      'remove the others first, in other words',
      fail(
        400,
        error(
          'badRequest',
          "The requested authentication method id of [x] matches the user's current default authentication method, and cannot be deleted until the default authentication method is changed",
        ),
      ),
      'refused',
      'graph_default_method',
    ],
    ['no, without a reason', fail(400, 'not even JSON'), 'refused', 'graph_refused'],
    ['it tried to send us elsewhere', fail(302, undefined), 'unavailable', 'graph_malformed'],
  ])('%s', (_what, failure, kind, code) => {
    expect(failure).toMatchObject({ kind, code, detail: { requestId: 'r', clientRequestId: 'c' } })
  })
})

test('Retry-After is understood in seconds and as a date, and never lies in the past', () => {
  const at = (value: string) => retryAtOf(new Headers({ 'retry-after': value }), now)
  expect(at('30')).toEqual(new Date('2026-11-22T09:00:30Z'))
  expect(at('Sun, 22 Nov 2026 09:01:00 GMT')).toEqual(new Date('2026-11-22T09:01:00Z'))
  expect(at('Sun, 22 Nov 2026 08:00:00 GMT')).toEqual(now)
  expect(at('soon')).toBeNull()
  expect(retryAtOf(new Headers(), now)).toBeNull()
})
