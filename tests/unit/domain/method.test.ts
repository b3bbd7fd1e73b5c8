import { describe, expect, test } from 'vitest'
import { couldGive, factorOf, isAuthenticatorPasskey, isMfaCapable, provesKind } from '@/lib/domain/method'

// https://learn.microsoft.com/entra/identity-platform/optional-claims-reference, the amr values of v2.0 tokens
test.each([
  [['pwd', 'rsa', 'ngcmfa', 'mfa'], 'authenticator_push'],
  [['pwd', 'totp', 'mfa'], 'authenticator_code'],
  [['swk', 'rsa', 'mfa'], 'phone_sign_in'],
  [['fido', 'mfa'], 'passkey'],
  [['hwk', 'mfa', 'ngcmfa'], 'windows_hello'],
  [['pwd', 'hotp', 'mfa'], 'hardware_code'],
  [['pwd', 'sms', 'mfa'], 'text_message'],
  [['pwd', 'tel', 'mfa'], 'phone_call'],
  [['otp', 'mfa'], 'pass'],
  [['emailotp', 'mfa'], 'email_code'],
  [['pwd', 'mfa'], 'remembered'],
  [[], 'remembered'],
])('%j says %s', (amr, factor) => expect(factorOf(amr)).toBe(factor))

const authenticator = { kind: 'microsoftAuthenticator', aaguid: null }
const passkeyOnPhone = { kind: 'fido2', aaguid: 'DE1E552D-DB1D-4423-A619-566B625CDC84' }
const securityKey = { kind: 'fido2', aaguid: 'cb69481e-8ff7-4039-93ec-0a2729a154a8' }

describe('a new phone is proved', () => {
  test.each([
    ['by a push to its Authenticator', authenticator, 'authenticator_push', true],
    ['by a code from its Authenticator', authenticator, 'authenticator_code', true],
    ['by its passkey in Authenticator', passkeyOnPhone, 'passkey', true],
    ['not by a security key', securityKey, 'passkey', false],
    ['not by Windows Hello', { kind: 'windowsHelloForBusiness', aaguid: null }, 'windows_hello', false],
    ['not by a text message', { kind: 'phone', aaguid: null }, 'text_message', false],
    ['not by a push when it only has a passkey', passkeyOnPhone, 'authenticator_push', false],
  ] as const)('%s', (_how, method, factor, proves) => expect(provesKind(method, factor)).toBe(proves))
})

test('a passkey lives in Authenticator by its make, in whatever case Microsoft writes it', () => {
  expect(isAuthenticatorPasskey(passkeyOnPhone)).toBe(true)
  expect(isAuthenticatorPasskey(securityKey)).toBe(false)
})

test('a code may come from any app, a push only from Authenticator', () => {
  expect(couldGive({ kind: 'softwareOath', aaguid: null }, 'authenticator_code')).toBe(true)
  expect(couldGive({ kind: 'softwareOath', aaguid: null }, 'authenticator_push')).toBe(false)
})

test('what does not last or does not count is no second factor', () => {
  for (const kind of ['password', 'email', 'temporaryAccessPass', 'somethingNew'])
    expect(isMfaCapable({ kind })).toBe(false)
})
