import { describe, expect, test } from 'vitest'
import { looksSecret } from '@/lib/domain/secret-like'

describe('a warning is given for', () => {
  test.each([
    ['otpauth://totp/Bank:me?secret=JBSWY3DPEHPK3PXP', 'qr_address'],
    ['otpauth-migration://offline?data=CjEKCkhlbGxv', 'qr_address'],
    ['JBSWY3DPEHPK3PXP', 'seed'],
    ['jbsw y3dp ehpk 3pxp', 'seed'],
    ['5f4dcc3b5aa765d61d8327deb882cf99', 'seed'],
    ['legal winner thank year wave sausage worth useful legal winner thank yellow', 'words'],
    ['a1b2-c3d4 e5f6-g7h8', 'recovery_codes'],
    // The number of Visa's published test card.
    ['4111 1111 1111 1111', 'card'],
    ['PIN 4821', 'password'],
    ['password: tulips', 'password'],
    ['123 456', 'code'],
    ['the code is 48213377', 'code'],
  ])('%s', (text, kind) => expect(looksSecret(text)).toBe(kind))
})

describe('nothing is said about', () => {
  test.each([
    '',
    'blue folder at home, second drawer',
    'in the safe, in the envelope that says bank',
    'recovery codes printed, kept with the passports',
    'security key on my key ring',
    'the code card in the drawer',
    'password manager on the laptop',
    '+39 02 1234 567',
    '800 123 456',
    '02 4567 8901',
    'changed on 28/11/2026',
    'branch in Via Roma 12, open 8.30-13.30',
    'IT60 X054 2811 1010 0000 0123 456',
    'two-factor by app',
    'my brother in law knows where the key to the small safe is kept now',
  ])('%s', (text) => expect(looksSecret(text)).toBeNull())
})
