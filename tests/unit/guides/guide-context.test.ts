import { expect, test } from 'vitest'
import type { Said } from '@/lib/domain/step'
import { guideContext } from '@/lib/guides/guide-context'
import { isVersionWithin } from '@/lib/guides/version'

const said: Said = {
  oldPlatform: 'ios',
  newPlatform: 'ios',
  number: 'same',
  hasOldPhone: true,
  backupModel: null,
  doneSteps: [],
}
const app = (owner: 'old_phone' | 'kept_device', detail: string | null) => ({
  kind: 'microsoftAuthenticator',
  owner,
  isPhone: true,
  detail,
})

test('the version of the old app decides which backup it has, whatever was said', () => {
  const model = (version: string | null, backupModel: string | null) =>
    guideContext({ said: { ...said, backupModel }, entries: [app('old_phone', version)] }, 'restore')
      .backupModel
  expect(model('6.7.16', null)).toBe('ios_legacy')
  expect(model('6.8.40', 'ios_legacy')).toBe('ios_keychain')
  expect(model(null, 'ios_legacy')).toBe('ios_legacy')
  expect(model(null, null)).toBe('ios_keychain')
})

test('no backup crosses between platforms, and none is known before both are said', () => {
  const to = (newPlatform: string | null) =>
    guideContext({ said: { ...said, newPlatform }, entries: [] }, 'restore').backupModel
  expect(to('android')).toBeNull()
  expect(to(null)).toBeNull()
})

test('a kept app is a second device, an old passkey must be made anew', () => {
  const passkey = { kind: 'fido2', owner: 'old_phone' as const, isPhone: true, detail: null }
  const key = { ...passkey, isPhone: false }
  const context = (entries: Parameters<typeof guideContext>[0]['entries']) =>
    guideContext({ said, entries }, 'register')
  expect(context([app('kept_device', null), passkey])).toMatchObject({
    hasSecondDevice: true,
    hasPasskey: true,
  })
  expect(context([app('old_phone', null), key])).toMatchObject({ hasSecondDevice: false, hasPasskey: false })
})

test('who reads on the old phone and no longer has it reads on the new one', () => {
  const screen = (change: Partial<Said>) =>
    guideContext({ said: { ...said, ...change }, entries: [] }, 'prove').screen
  expect(screen({ screen: 'old_phone' })).toBe('old_phone')
  expect(screen({ screen: 'old_phone', hasOldPhone: false })).toBe('new_phone')
  expect(screen({})).toBe('computer')
})

test('versions are compared part by part', () => {
  const since = { from: '6.8.33', before: null }
  expect(isVersionWithin('6.8.9', since)).toBe(false)
  expect(isVersionWithin('6.8.33', since)).toBe(true)
  expect(isVersionWithin('6.10', since)).toBe(true)
  expect(isVersionWithin('6.8.33', { from: null, before: '6.8.33' })).toBe(false)
  expect(isVersionWithin(null, since)).toBe(true)
})
