import { describe, expect, test } from 'vitest'
import { callOutOf, membershipRefusal } from '@/lib/domain/membership'

const member = { userType: 'member', isEnabled: true, leftAt: null, openWaveId: null }

describe('somebody comes into a wave', () => {
  test.each([
    ['who is a plain member', member, null],
    ['not when they have left', { ...member, leftAt: new Date() }, 'person_left'],
    ['not when the account is disabled', { ...member, isEnabled: false }, 'person_disabled'],
    ['not as a guest', { ...member, userType: 'guest' }, 'person_guest'],
    ['not twice', { ...member, openWaveId: 'here' }, 'person_in_this_wave'],
    ['not while another wave has them', { ...member, openWaveId: 'there' }, 'person_in_other_wave'],
    ['and having left beats all else', { ...member, leftAt: new Date(), isEnabled: false }, 'person_left'],
  ])('%s', (_who, candidate, refusal) => expect(membershipRefusal(candidate, 'here')).toBe(refusal))
})

test('emergency accounts and admins are called out, the emergency first', () => {
  expect(callOutOf({ isAdmin: true, isBreakGlass: true })).toBe('person_break_glass')
  expect(callOutOf({ isAdmin: true, isBreakGlass: false })).toBe('person_privileged')
  expect(callOutOf({ isAdmin: null, isBreakGlass: false })).toBeNull()
})
