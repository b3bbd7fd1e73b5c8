import { expect, test } from 'vitest'
import {
  type AccessPolicy,
  guardsRegistration,
  platformsToEnrol,
  policiesOfContext,
  REGISTER_SECURITY_INFO,
} from '@/lib/graph/conditional-access'

const nobody = { users: [], groups: [], roles: [] }
const guard: AccessPolicy = {
  id: 'p',
  displayName: 'Guard',
  state: 'enabled',
  userActions: [REGISTER_SECURITY_INFO],
  contexts: ['c1'],
  includes: { ...nobody, users: ['All'] },
  excludes: nobody,
  applications: [],
  platforms: [],
  isDeviceDemanded: false,
  isDemanding: true,
  hasStrength: false,
  isEveryTime: false,
}
const elio = { entraId: 'elio', groupIds: ['team'], roleIds: ['admin'] }

test.each([
  ['a policy for everybody', {}, true],
  ['one that only reports', { state: 'enabledForReportingButNotEnforced' }, false],
  ['one that is off', { state: 'disabled' }, false],
  ['one that asks for nothing', { isDemanding: false }, false],
  ['one for another action', { userActions: [] }, false],
  ['one that names them', { includes: { ...nobody, users: ['elio'] } }, true],
  ['one that names their group', { includes: { ...nobody, groups: ['team'] } }, true],
  ['one for others', { includes: { ...nobody, users: ['nora'] } }, false],
  ['one that leaves them out', { excludes: { ...nobody, users: ['elio'] } }, false],
  ['one that leaves their role out', { excludes: { ...nobody, roles: ['admin'] } }, false],
  ['one that leaves their group out', { excludes: { ...nobody, groups: ['team'] } }, false],
])('registration is guarded by %s: %s', (_what, change, guards) => {
  expect(guardsRegistration([{ ...guard, ...change }], elio)).toBe(guards)
})

test('an authentication context counts only where an enabled policy is bound to it', () => {
  expect(policiesOfContext([guard], 'c1')).toEqual([guard])
  expect(policiesOfContext([guard], 'c2')).toEqual([])
  expect(policiesOfContext([{ ...guard, state: 'disabled' }], 'c1')).toEqual([])
})

const managed: AccessPolicy = { ...guard, userActions: [], applications: ['All'], isDeviceDemanded: true }

test.each<[string, Partial<AccessPolicy>, string[]]>([
  ['every kind of device, all applications', {}, ['ios', 'android']],
  ['Microsoft 365', { applications: ['Office365'] }, ['ios', 'android']],
  ['iPhones', { platforms: ['iOS'] }, ['ios']],
  ['computers alone', { platforms: ['windows', 'macOS'] }, []],
  ['one application', { applications: ['11111111-0000-4000-8000-000000000001'] }, []],
  ['some people', { includes: { ...nobody, groups: ['team'] } }, []],
  ['a report only', { state: 'enabledForReportingButNotEnforced' }, []],
  ['everybody, where MFA would do as well', { isDeviceDemanded: false }, []],
])('phones are to be enrolled by a policy for %s', (_whom, change, platforms) => {
  expect(platformsToEnrol([{ ...managed, ...change }])).toEqual(platforms)
})
