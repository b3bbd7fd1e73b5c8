import { describe, expect, test } from 'vitest'
import { authenticatorPasskeys } from '@/lib/domain/method'
import { listNewOnes, pickKept, pickOldPhone, placeOf } from '@/lib/domain/move-devices'

const phone = {
  id: 'phone',
  part: null,
  platform: 'ios',
  kind: 'phone',
  role: 'none',
  state: 'active',
} as const

describe('the old phone is one that is known already', () => {
  const ios = { platform: 'ios', isGone: false }
  const lost = { ...phone, id: 'lost', state: 'lost' as const }

  test('where only one phone of that platform is in use', () => {
    const tablet = { ...phone, id: 'tablet', kind: 'tablet' }
    expect(pickOldPhone([tablet, phone], ios)?.id).toBe('phone')
    expect(pickOldPhone([phone], { ...ios, platform: 'android' })).toBeUndefined()
    expect(pickOldPhone([lost], ios)).toBeUndefined()
  })

  test('of two, the one that holds the backup; else neither', () => {
    const other = { ...phone, id: 'other' }
    expect(pickOldPhone([phone, other], ios)).toBeUndefined()
    expect(pickOldPhone([phone, { ...other, role: 'primary' as const }], ios)?.id).toBe('other')
  })

  test('and when it is gone, the one that was said to be', () => {
    const gone = { ...ios, isGone: true }
    expect(pickOldPhone([phone, lost], gone)?.id).toBe('lost')
    expect(pickOldPhone([phone], gone)?.id).toBe('phone')
    expect(pickOldPhone([lost, { ...lost, id: 'another' }], gone)).toBeUndefined()
  })
})

describe('a registration has its place by what the person says', () => {
  const app = { kind: 'microsoftAuthenticator', aaguid: null, displayName: 'Elio’s iPad' }

  test('on the old phone, on the new one, or on a device of its own', () => {
    expect(placeOf(app, 'old_phone')).toEqual({ on: 'old' })
    expect(placeOf(app, 'new_phone')).toEqual({ on: 'new' })
    expect(placeOf(app, 'kept_device')).toEqual({ on: 'kept', platform: 'ios', kind: 'tablet' })
  })

  test('a number or a key that stays is on none of the devices, nor is what nobody knows', () => {
    expect(placeOf({ ...app, kind: 'phone' }, 'kept_device')).toEqual({ on: 'none' })
    expect(placeOf({ ...app, kind: 'windowsHelloForBusiness' }, 'kept_device')).toEqual({ on: 'none' })
    expect(placeOf(app, 'unknown')).toEqual({ on: 'none' })
  })

  test('a passkey that stays is on the one kept device of its platform', () => {
    const passkey = {
      kind: 'fido2',
      aaguid: authenticatorPasskeys[0] ?? '',
      displayName: 'Authenticator - iOS',
    }
    expect(pickKept([phone], passkey)?.id).toBe('phone')
    expect(pickKept([phone, { ...phone, id: 'other' }], passkey)).toBeUndefined()
    expect(pickKept([{ ...phone, platform: 'android' as const }], passkey)).toBeUndefined()
    expect(pickKept([phone], app)).toBeUndefined()
  })
})

test('what appeared since is on the new phone, unless Microsoft shows it on the other platform', () => {
  const baselineAt = new Date('2026-11-20T10:00:00Z')
  const method = {
    id: 'new',
    kind: 'microsoftAuthenticator',
    displayName: 'iPhone 16',
    deviceTag: null,
    appVersion: null,
    aaguid: null,
    isDefault: false,
    firstSeenAt: new Date('2026-11-21T10:00:00Z'),
    goneAt: null,
    lastUsedAt: null,
  }
  const all = [
    method,
    { ...method, id: 'old', firstSeenAt: baselineAt },
    { ...method, id: 'gone', goneAt: new Date('2026-11-21T11:00:00Z') },
    { ...method, id: 'number', kind: 'phone' },
    { ...method, id: 'pixel', displayName: 'Pixel 9' },
  ]
  const owners = new Map([['old', 'old_phone' as const]])
  const ids = listNewOnes(all, { owners, baselineAt, platform: 'ios' }).map(({ id }) => id)
  expect(ids).toEqual(['new'])
  expect(listNewOnes(all, { owners, baselineAt: null, platform: 'ios' })).toEqual([])
})
