import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Holder } from '@/lib/domain/backup'
import {
  isMoving,
  nextMoveState,
  type PrimaryMoveState,
  primaryMoveStates,
  primaryMoveSteps,
  rolesIn,
  startMoveRefusal,
} from '@/lib/domain/primary-move'

const from: Holder = { id: 'from', platform: 'ios', role: 'primary', backupAccount: '', state: 'old' }
const to: Holder = { ...from, id: 'to', role: 'restore_only', state: 'active' }
const still = { isMoving: false }

describe('the backup is not moved', () => {
  test('from a device that does not hold it, or to itself', () => {
    expect(startMoveRefusal({ ...from, role: 'none' }, to, still)).toBe('primary_not_there')
    expect(startMoveRefusal(from, from, still)).toBe('primary_same_device')
  })

  test('to one that is lost, or that holds one of its own', () => {
    expect(startMoveRefusal(from, { ...to, state: 'lost' }, still)).toBe('device_not_in_use')
    expect(startMoveRefusal(from, { ...to, role: 'primary' }, still)).toBe('primary_already')
  })

  test('twice at once', () => {
    expect(startMoveRefusal(from, to, { isMoving: true })).toBe('primary_moving')
    expect(startMoveRefusal(from, to, still)).toBeNull()
  })
})

test('it goes off, wait, on, and no step is skipped or done twice', () => {
  let state: PrimaryMoveState = 'turning_off'
  for (const step of primaryMoveSteps) {
    for (const other of primaryMoveSteps.filter((one) => one !== step))
      expect(() => nextMoveState(state, other)).toThrow(/primary_other_step/)
    state = nextMoveState(state, step)
  }
  expect(state).toBe('confirmed')
  expect(isMoving(state)).toBe(false)
})

test('in no state do two devices hold the backup, and between off and on none does', () => {
  fc.assert(
    fc.property(fc.constantFrom(...primaryMoveStates), (state) => {
      const roles = Object.values(rolesIn(state))
      const count = roles.filter((role) => role === 'primary').length
      expect(count).toBe(state === 'waiting' || state === 'turning_on' ? 0 : 1)
    }),
  )
})
