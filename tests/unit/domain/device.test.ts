import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  backupRoles,
  boundTo,
  changeState,
  deviceStateRefusal,
  deviceStates,
  isInUse,
  kindShown,
  listAlike,
  platformShown,
} from '@/lib/domain/device'
import { authenticatorPasskeys } from '@/lib/domain/method'

const [iosPasskey, androidPasskey] = authenticatorPasskeys
const active = { state: 'active', role: 'primary' } as const
const none = { liveCount: 0 }

describe('a device changes its state', () => {
  test('lost can turn up again, handed in does not come back', () => {
    expect(deviceStateRefusal({ state: 'lost' }, 'active', none)).toBeNull()
    expect(deviceStateRefusal({ state: 'returned' }, 'active', none)).toBe('device_state_impossible')
    expect(deviceStateRefusal({ state: 'wiped' }, 'old', none)).toBe('device_state_impossible')
  })

  test.each(['returned', 'wiped'] as const)(
    'it is not %s while it still signs somebody in, whatever state it is in',
    (to) => {
      for (const state of deviceStates)
        expect(deviceStateRefusal({ state }, to, { liveCount: 1 })).not.toBeNull()
      expect(deviceStateRefusal({ state: 'old' }, to, none)).toBeNull()
    },
  )

  test('out of use it holds no backup; in use it keeps what it had', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...deviceStates),
        fc.constantFrom(...deviceStates),
        fc.constantFrom(...backupRoles),
        (state, to, role) => {
          const before = { state, role: isInUse(state) ? role : ('none' as const) }
          if (state !== to && deviceStateRefusal(before, to, none)) {
            expect(() => changeState(before, to, none)).toThrow(/refused/)
            return
          }
          const after = changeState(before, to, none)
          expect(after.state).toBe(to)
          expect(after.role).toBe(isInUse(to) ? before.role : 'none')
        },
      ),
    )
  })

  test('said twice, it is the same device', () => {
    expect(changeState(active, 'active', none)).toBe(active)
  })
})

describe('what Microsoft shows of a registration', () => {
  const shown = (displayName: string | null, aaguid: string | null = null) =>
    platformShown({ kind: aaguid ? 'fido2' : 'microsoftAuthenticator', aaguid, displayName })

  test('the make of a passkey tells the platform, whatever it is called', () => {
    expect(shown('Pixel', iosPasskey)).toBe('ios')
    expect(shown('iPhone', androidPasskey?.toUpperCase())).toBe('android')
  })

  test('a name is a hint, and mostly none', () => {
    expect(shown('Elio’s iPad Air')).toBe('ios')
    expect(shown('Pixel 6')).toBe('android')
    expect(shown('My phone')).toBeNull()
    expect(shown(null)).toBeNull()
    expect(platformShown({ kind: 'fido2', aaguid: null, displayName: 'iPhone' })).toBeNull()
  })

  test('a tablet says so in its name', () => {
    expect([{ displayName: 'iPad' }, { displayName: 'Galaxy Tab S9' }].map(kindShown)).toEqual([
      'tablet',
      'tablet',
    ])
    expect([{ displayName: 'iPhone' }, { displayName: null }].map(kindShown)).toEqual(['phone', 'phone'])
  })

  test('a passkey in Authenticator and phone sign-in are bound to the phone; a push and a security key are not', () => {
    const app = { kind: 'microsoftAuthenticator', aaguid: null }
    expect(boundTo({ ...app, isDated: true })).toBe('phone_sign_in')
    expect(boundTo({ ...app, isDated: false })).toBeNull()
    expect(boundTo({ kind: 'fido2', aaguid: iosPasskey ?? '', isDated: true })).toBe('passkey')
    expect(
      boundTo({ kind: 'fido2', aaguid: 'cb69481e-8ff7-4039-93ec-0a2729a154a8', isDated: true }),
    ).toBeNull()
  })
})

test('names that only differ in how they are written are alike', () => {
  const [one, two, other] = [{ name: 'iPhone' }, { name: ' iphone' }, { name: 'iPad' }]
  expect(listAlike([one, two, other])).toEqual(new Set([one, two]))
  expect(listAlike([one, other]).size).toBe(0)
})
