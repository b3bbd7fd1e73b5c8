import { describe, expect, test } from 'vitest'
import type { SeenMethod } from '@/lib/domain/method'
import {
  type Clearance,
  clearanceRefusal,
  defaultIdOf,
  emptyMomentRefusal,
  planReset,
  type RequestContext,
  requestRefusal,
  suggestChoice,
  takesDefaultFirst,
} from '@/lib/domain/reset'

const now = new Date('2026-11-22T10:00:00Z')

function method(id: string, kind: string, rest: Partial<SeenMethod> = {}): SeenMethod {
  const none = {
    displayName: null,
    deviceTag: null,
    appVersion: null,
    aaguid: null,
    createdAt: null,
    lastUsedAt: null,
  }
  return { id, kind, ...none, isDefault: false, ...rest }
}

const app = method('app', 'microsoftAuthenticator', { isDefault: true, displayName: 'iPhone 12' })
const sms = method('sms', 'phone')
const passkey = method('passkey', 'fido2', { aaguid: '90A3CCDF-635C-4729-A248-9B709135078F' })
const key = method('key', 'fido2', { aaguid: 'cb69481e-8ff7-4039-93ec-0a2729a154a8' })
const hello = method('hello', 'windowsHelloForBusiness')
const password = method('password', 'password')
const all = [password, app, sms, passkey, key, hello]

describe('a reset is planned in the one order Microsoft accepts', () => {
  test('the default goes last, then the sessions', () => {
    const steps = planReset(all, defaultIdOf(all), ['app', 'sms', 'passkey'])
    expect(steps.map(({ kind, entraMethodId }) => entraMethodId ?? kind)).toEqual([
      'sms',
      'passkey',
      'app',
      'revoke_sessions',
    ])
  })
  test('only what was chosen goes', () => {
    expect(planReset(all, 'app', ['sms']).map(({ entraMethodId }) => entraMethodId)).toEqual(['sms', null])
  })
  test('keys, Windows Hello and the password stay whatever was chosen', () => {
    const ids = all.map(({ id }) => id)
    const steps = planReset(all, 'app', ids)
    expect(steps.map(({ entraMethodId }) => entraMethodId)).toEqual(['sms', 'passkey', 'app', null])
  })
})

describe('the smallest choice is ticked', () => {
  test('what the person gave to the old phone', () => {
    const owners = new Map([
      ['app', 'old_phone'],
      ['sms', 'kept_device'],
      ['passkey', 'old_phone'],
    ])
    expect(suggestChoice(all, owners)).toEqual(['app', 'passkey'])
  })
  test('the only Authenticator, where nobody said anything', () => {
    expect(suggestChoice(all, new Map())).toEqual(['app'])
    expect(suggestChoice(all, new Map([['app', 'unknown']]))).toEqual(['app'])
  })
  test('nothing where there are two and nobody knows', () => {
    expect(suggestChoice([...all, method('app2', 'microsoftAuthenticator')], new Map())).toEqual([])
  })
  test('never what the person keeps', () => {
    expect(suggestChoice(all, new Map([['app', 'kept_device']]))).toEqual([])
  })
})

describe('the last way in', () => {
  test.each([
    ['goes where registration is guarded', [password, app], true, ['app'], null],
    ['stays where it is not', [password, app], false, ['app'], 'empty_moment'],
    ['is not the last while another factor stays', [password, app, key], false, ['app'], null],
    [
      'counts no password, mail or pass as a factor',
      [password, app, method('m', 'email'), method('t', 'temporaryAccessPass')],
      false,
      ['app'],
      'empty_moment',
    ],
    ['counts as last when all others go with it', [app, sms], false, ['app', 'sms'], 'empty_moment'],
  ] as const)('%s', (_what, methods, isRegistrationGuarded, doomed, refusal) => {
    expect(emptyMomentRefusal({ methods, isRegistrationGuarded }, doomed)).toBe(refusal)
  })
})

test('it is foreseen that Microsoft may keep the default while others stay', () => {
  expect(takesDefaultFirst(all, ['app'])).toBe(true)
  expect(takesDefaultFirst(all, ['sms'])).toBe(false)
  expect(takesDefaultFirst([password, app, sms], ['app', 'sms'])).toBe(false)
})

const clear: Clearance = { answeredAt: now, refusal: null, methods: all, isRegistrationGuarded: false }
const secondsLater = (seconds: number) => new Date(now.getTime() + seconds * 1000)

test('no answer is a no, and an answer is good for a minute', () => {
  expect(clearanceRefusal(null, 'write', now)).toBe('clearance_missing')
  expect(clearanceRefusal({ ...clear, answeredAt: null }, 'write', now)).toBe('clearance_missing')
  expect(clearanceRefusal({ ...clear, methods: null }, 'write', now)).toBe('clearance_missing')
  expect(clearanceRefusal(clear, 'write', secondsLater(60))).toBeNull()
  expect(clearanceRefusal(clear, 'write', secondsLater(61))).toBe('clearance_too_old')
  expect(clearanceRefusal(clear, 'plan', secondsLater(61))).toBeNull()
  expect(clearanceRefusal({ ...clear, refusal: 'target_has_role' }, 'write', now)).toBe('target_has_role')
  expect(clearanceRefusal({ ...clear, refusal: 'of a later version' }, 'write', now)).toBe(
    'clearance_missing',
  )
})

describe('a reset is refused', () => {
  const ready: RequestContext = {
    locked: null,
    isCaseClosed: false,
    hasOpenReset: false,
    clearance: clear,
    choice: ['app'],
    now,
  }
  test.each<[string, Partial<RequestContext>, string | null]>([
    ['not, when everything is there', {}, null],
    ['before the caller is verified', { locked: 'not_verified' }, 'not_verified'],
    ['in a closed case', { isCaseClosed: true }, 'case_closed'],
    ['while another is under way', { hasOpenReset: true }, 'reset_open'],
    ['without a clearance', { clearance: null }, 'clearance_missing'],
    [
      'for a privileged account',
      { clearance: { ...clear, refusal: 'target_is_eligible' } },
      'target_is_eligible',
    ],
    ['with nothing to take away', { choice: [] }, 'reset_nothing_chosen'],
    ['for what is gone meanwhile', { choice: ['app', 'gone'] }, 'reset_choice_changed'],
    ['for what the desk does not take away', { choice: ['hello'] }, 'reset_choice_changed'],
    ['for the last way in', { clearance: { ...clear, methods: [app] } }, 'empty_moment'],
  ])('%s', (_what, context, refusal) => expect(requestRefusal({ ...ready, ...context })).toBe(refusal))
})
