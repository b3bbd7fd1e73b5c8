import { describe, expect, test } from 'vitest'
import { chargeOf, targetOf } from '@/lib/graph/family'

const at = (path: string) => `https://graph.microsoft.com${path}`

/** Costs as the table on https://learn.microsoft.com/graph/throttling-limits gives them. */
describe('a call is charged as documented', () => {
  test.each([
    ['GET', '/v1.0/users', 'identity', 2],
    ['GET', '/v1.0/users?$top=999&$select=id', 'identity', 1],
    ['GET', '/v1.0/users?$top=999&$select=id&$expand=manager', 'identity', 2],
    ['GET', '/v1.0/users?$top=10&$select=id', 'identity', 1],
    ['GET', '/v1.0/users/1', 'identity', 1],
    ['GET', '/v1.0/users/1/memberOf', 'identity', 2],
    ['GET', '/v1.0/users/1/transitiveMemberOf/microsoft.graph.group?$select=id', 'identity', 1],
    ['GET', '/v1.0/groups/1/members', 'identity', 3],
    ['GET', '/v1.0/groups/1/transitiveMembers', 'identity', 5],
    ['GET', '/v1.0/users/1/authentication/methods', 'methods', 1],
    ['GET', '/v1.0/me/authentication/methods', 'methods', 1],
    ['DELETE', '/v1.0/users/1/authentication/phoneMethods/2', 'writes', 1],
    ['POST', '/v1.0/users/1/revokeSignInSessions', 'writes', 1],
    ['GET', '/v1.0/reports/authenticationMethods/userRegistrationDetails', 'reports', 1],
    ['GET', '/v1.0/auditLogs/directoryAudits', 'reports', 1],
    ['GET', '/v1.0/identity/conditionalAccess/policies', 'policies', 1],
    ['POST', '/v1.0/users/1/sendMail', 'mail', 1],
  ])('%s %s', (method, path, family, units) => {
    expect(chargeOf(method, at(path))).toEqual({ family, units })
  })
})

test('a call about a person names them, one about all does not', () => {
  expect(targetOf(at('/v1.0/users/abc/authentication/methods'))).toBe('abc')
  expect(targetOf(at('/v1.0/me/authentication/methods'))).toBe('me')
  expect(targetOf(at('/v1.0/messages'))).toBeNull()
  expect(targetOf(at('/v1.0/users/delta?$deltatoken=1'))).toBeNull()
  expect(targetOf(at('/v1.0/users?$top=1'))).toBeNull()
  expect(targetOf(at('/v1.0/domains'))).toBeNull()
})
