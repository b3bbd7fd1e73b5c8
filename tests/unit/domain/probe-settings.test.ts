import { describe, expect, test } from 'vitest'
import type { Observations, ProbeCode, ProbeResult } from '@/lib/domain/probe'
import { settingsOf } from '@/lib/domain/probe-settings'

const at = '2026-11-22T10:00:00.000Z'

/** Results of the points that a test is about. */
function results(seen: Partial<Observations>): ProbeResult[] {
  return Object.entries(seen).map(
    ([code, observed]) => ({ code: code as ProbeCode, observed, at, graphRequestId: null }) as ProbeResult,
  )
}
const settings = (seen: Partial<Observations>) => settingsOf(results(seen)).settings
const notes = (seen: Partial<Observations>) => settingsOf(results(seen)).notes

const said = (status: number, code: string | null = null, message: string | null = null) => ({
  status,
  code,
  message,
})
const proof = (lastUsedMoved: boolean | null, amr = ['mfa']) => ({ amr, at, uti: null, lastUsedMoved })

test('what was not seen is not there', () => {
  expect(settingsOf([])).toEqual({ settings: {}, notes: {} })
})

test('a token with more than was asked for carries what was granted', () => {
  expect(settings({ token_scopes: { asked: ['A'], carried: ['A', 'B'] } }).tokenScopes).toBe('granted')
  expect(settings({ token_scopes: { asked: ['A'], carried: ['A'] } }).tokenScopes).toBe('asked')
})

describe('auth_time after a step-up', () => {
  const stepUp = (ageSeconds: number | null, tookSeconds: number) => ({
    context_step_up: { acrs: ['c1'], amr: [], ageSeconds, tookSeconds },
  })

  test('not older than the step-up took is the last proof’s, older is the first factor’s', () => {
    expect(settings(stepUp(12, 11)).authTimeIs).toBe('lastProof')
    expect(settings(stepUp(60, 11)).authTimeIs).toBe('firstFactor')
  })
  test('is not told by a sign-in asked for anew, nor by a token without the claim', () => {
    const anew = { wanted: 'method' as const, amr: [], ageSeconds: 1, tookSeconds: 11 }
    expect(settings({ prompt_login: anew })).toEqual({ promptLogin: 'method' })
    expect(settings(stepUp(null, 11)).authTimeIs).toBeUndefined()
  })
})

describe('lastUsedDateTime', () => {
  test('moves with a push: always, unless another method’s did not', () => {
    expect(settings({ amr_push: proof(true) }).lastUsedIsFilled).toBe('always')
    expect(settings({ amr_push: proof(true), amr_text: proof(false) }).lastUsedIsFilled).toBeUndefined()
  })
  test('does not move with a push: another method tells whether it ever does', () => {
    expect(settings({ amr_push: proof(false) }).lastUsedIsFilled).toBeUndefined()
    expect(settings({ amr_push: proof(false), amr_text: proof(true) }).lastUsedIsFilled).toBe('notForPush')
    expect(settings({ amr_push: proof(false), amr_code: proof(false) }).lastUsedIsFilled).toBe('never')
    expect(settings({ amr_push: proof(false), amr_code: proof(null) }).lastUsedIsFilled).toBeUndefined()
  })
})

test('amr holds the ways that were tried', () => {
  const seen = { amr_push: proof(null, ['rsa', 'mfa']), amr_pass: proof(null, ['otp', 'mfa']) }
  expect(settings(seen).amr).toEqual({ push: ['rsa', 'mfa'], pass: ['otp', 'mfa'] })
})

describe('refusals', () => {
  test('are kept in Microsoft’s words', () => {
    const { answers } = settings({ user_gone: said(404, 'userNotFound', 'Not here.') })
    expect(answers).toEqual({ userGone: { status: 404, code: 'userNotFound', message: 'Not here.' } })
  })
  test('of the matrix count before those for having no role, and only a 403 is one', () => {
    const none = said(403, 'none', 'No role.')
    const matrix = said(403, 'accessDenied', 'Not them.')
    expect(settings({ role_none: none, role_matrix: matrix }).answers?.notAllowed?.code).toBe('accessDenied')
    expect(notes({ role_none: none, role_matrix: matrix }).role_matrix).toContain('No role.')
    expect(settings({ role_none: none, role_matrix: said(404) }).answers?.notAllowed?.code).toBe('none')
  })
  test('of an old sign-in must differ from what a fresh one is told', () => {
    const fresh = said(404, 'gone')
    const stale = said(403, 'accessDenied')
    const point = (second: typeof fresh) => ({ stale_sign_in: { fresh, stale: second, ageMinutes: 11 } })
    expect(settings(point(stale)).answers?.staleSignIn?.status).toBe(403)
    expect(settings(point(fresh)).answers).toBeUndefined()
  })
  test('that did not come are a note', () => {
    expect(settings({ pass_disabled: said(201) }).answers).toBeUndefined()
    expect(notes({ pass_disabled: said(201) }).pass_disabled).toContain('all the same')
  })
})

test('preferences say something only to somebody who may read the methods', () => {
  const point = (status: number, listStatus: number) => ({
    preferences_permission: { said: said(status), listStatus },
  })
  expect(settings(point(200, 200)).preferencesPermission).toBe('methods')
  expect(settings(point(403, 200)).preferencesPermission).toBe('policies')
  expect(settings(point(403, 403)).preferencesPermission).toBeUndefined()
})

test('no limit is a finding too, and says in how many calls', () => {
  const seen = { methods_limit: { calls: 300, limit: null, retryAfter: null } }
  expect(settings(seen)).toHaveProperty('methodsLimit', null)
  expect(notes(seen).methods_limit).toContain('300')
})

test('tokens that end with max_age end within it, give or take a second', () => {
  const point = (expiresInSeconds: number) => ({ max_age: { askedSeconds: 600, expiresInSeconds } })
  expect(settings(point(601)).maxAgeShortensTokens).toBe(true)
  expect(settings(point(3_700)).maxAgeShortensTokens).toBe(false)
})

test('how long a delta link lives is noted and decides nothing', () => {
  const looks = [
    { at, status: 200, code: null },
    { at: '2026-11-30T10:00:00.000Z', status: 410, code: 'resyncRequired' },
  ]
  const seen = { delta_token: { link: 'https://graph.microsoft.com/v1.0/users/delta', looks } }
  expect(settings(seen)).toEqual({})
  expect(notes(seen).delta_token).toBe('200 after 0.0 days, 410 after 8.0 days')
})

test('what Microsoft documents is noted and decides nothing', () => {
  const seen = {
    sixth_authenticator: { before: 5, after: 5, words: 'No more.' },
    second_pass: { outcome: 'replaces' as const, said: said(201) },
  }
  expect(settings(seen)).toEqual({})
  expect(notes(seen).sixth_authenticator).toContain('No more.')
  expect(notes(seen).second_pass).toContain('replaced')
})
