import { expect, test } from 'vitest'
import type { AllowedMethods } from '@/lib/domain/allowed-methods'
import { isLasting, listSetUps, rankOfWay } from '@/lib/domain/second-way-offer'

const open: AllowedMethods = {
  authenticator: 'everybody',
  authenticatorCode: 'everybody',
  otherAppCode: 'everybody',
  passkey: 'everybody',
  hardwareCode: null,
  textMessage: 'everybody',
  phoneCall: 'everybody',
  pass: 'everybody',
  isMigrationOpen: false,
}

test('what stays and is there comes first, a text message last', () => {
  const ways = [
    { kind: 'phone', isPhone: false },
    { kind: 'hardwareOath', isPhone: false },
    { kind: 'softwareOath', isPhone: false },
    { kind: 'fido2', isPhone: false },
    { kind: 'windowsHelloForBusiness', isPhone: false },
    { kind: 'microsoftAuthenticator', isPhone: true },
  ]
  const ranked = ways.toSorted((a, b) => rankOfWay(a) - rankOfWay(b)).map(({ kind }) => kind)
  expect(ranked).toEqual(ways.map(({ kind }) => kind).toReversed())
  expect(isLasting({ kind: 'phone' })).toBe(false)
  expect(rankOfWay({ kind: 'fido2', isPhone: true })).toBe(1)
})

test('nothing is named that this tenant does not allow', () => {
  expect(listSetUps({ allowed: open, keepsDevice: true })).toEqual(['kept_app', 'key', 'app_code'])
  expect(listSetUps({ allowed: { ...open, passkey: 'nobody' }, keepsDevice: false })).toEqual([])
  expect(listSetUps({ allowed: { ...open, hardwareCode: 'some' }, keepsDevice: false })).toEqual([
    'key',
    'hardware_code',
  ])
})

test('a policy that could not be read rules nothing out, but promises no token', () => {
  expect(listSetUps({ allowed: null, keepsDevice: false })).toEqual(['key'])
})
