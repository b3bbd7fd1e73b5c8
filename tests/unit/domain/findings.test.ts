import { describe, expect, test } from 'vitest'
import { type FindingCode, readFindings, type TenantFacts } from '@/lib/domain/findings'
import { readerRights } from '@/lib/domain/rights'

/** A tenant in which nothing is amiss. */
const fine: TenantFacts = {
  granted: readerRights.map(({ name }) => name),
  hasPremium: true,
  pass: { isEnabled: true, isForEverybody: true, minutesMin: 60, minutesMax: 480, isUsableOnce: false },
  isAuthenticatorEnabled: true,
  campaignState: 'default',
  migrationState: 'migrationComplete',
  isRegistrationGuarded: true,
  context: 'c1',
  contextPolicies: [{ hasStrength: true, isEveryTime: true }],
  federatedDomains: [],
  signIns: { count: 40, withoutAmr: 0, withoutTime: 0 },
  unconsented: [
    { app: 'desk', scopes: [] },
    { app: 'self', scopes: [] },
  ],
  breakGlassCount: 2,
  skewSeconds: 1,
}

test('a tenant in which nothing is amiss has no findings', () => expect(readFindings(fine)).toEqual([]))

describe('it is found', () => {
  test.each<[FindingCode, string, Partial<TenantFacts>]>([
    ['rights_missing', 'stop', { granted: fine.granted.slice(1) }],
    ['rights_writing', 'stop', { granted: [...fine.granted, 'UserAuthenticationMethod.ReadWrite.All'] }],
    ['consent_missing', 'stop', { unconsented: [{ app: 'desk', scopes: ['User.Read.All'] }] }],
    ['premium_missing', 'wait', { hasPremium: false }],
    ['pass_disabled', 'wait', { pass: { ...fine.pass!, isEnabled: false } }],
    ['pass_not_for_everybody', 'wait', { pass: { ...fine.pass!, isForEverybody: false } }],
    ['pass_once', 'note', { pass: { ...fine.pass!, isUsableOnce: true } }],
    ['pass_short', 'wait', { pass: { ...fine.pass!, minutesMax: 30 } }],
    ['authenticator_disabled', 'stop', { isAuthenticatorEnabled: false }],
    ['campaign_on', 'note', { campaignState: 'enabled' }],
    ['migration_open', 'wait', { migrationState: 'migrationInProgress' }],
    ['registration_unguarded', 'stop', { isRegistrationGuarded: false }],
    ['context_missing', 'wait', { context: null, contextPolicies: [] }],
    ['context_unguarded', 'stop', { contextPolicies: [] }],
    ['context_not_every_time', 'wait', { contextPolicies: [{ hasStrength: true, isEveryTime: false }] }],
    ['domains_federated', 'wait', { federatedDomains: [{ id: 'adatum.example', mfaBehavior: null }] }],
    ['claims_missing', 'stop', { signIns: { count: 40, withoutAmr: 3, withoutTime: 0 } }],
    ['break_glass_missing', 'wait', { breakGlassCount: 0 }],
    ['clock_skew', 'stop', { skewSeconds: -75 }],
  ])('%s', (code, weight, change) => {
    expect(readFindings({ ...fine, ...change })).toMatchObject([{ code, weight }])
  })
})

test('what Microsoft did not let us read is not taken for amiss', () => {
  const blind = {
    hasPremium: null,
    pass: null,
    isAuthenticatorEnabled: null,
    campaignState: null,
    migrationState: null,
    isRegistrationGuarded: null,
    contextPolicies: null,
    federatedDomains: null,
    skewSeconds: null,
  }
  expect(readFindings({ ...fine, ...blind })).toEqual([])
})

test('the weightiest come first', () => {
  const findings = readFindings({
    ...fine,
    campaignState: 'enabled',
    breakGlassCount: 0,
    isRegistrationGuarded: false,
  })
  expect(findings.map(({ weight }) => weight)).toEqual(['stop', 'wait', 'note'])
})
