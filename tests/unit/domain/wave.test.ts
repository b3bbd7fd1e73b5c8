import { describe, expect, test } from 'vitest'
import { swapStates } from '@/lib/domain/swap'
import {
  cancelRefusal,
  closeRefusal,
  endRefusal,
  lookAt,
  planRefusal,
  publishRefusal,
  stuckBefore,
} from '@/lib/domain/wave'

const draft = { state: 'draft' }
const running = { state: 'running' }

describe('publishing', () => {
  test.each([
    ['a draft with people and a window', draft, { memberCount: 1, windowCount: 1 }, null],
    ['twice', running, { memberCount: 1, windowCount: 1 }, 'wave_not_draft'],
    ['without a window', draft, { memberCount: 1, windowCount: 0 }, 'wave_without_window'],
    ['without people', draft, { memberCount: 0, windowCount: 1 }, 'wave_without_people'],
  ])('%s', (_what, wave, context, refusal) => expect(publishRefusal(wave, context)).toBe(refusal))
})

test.each([
  ['draft', null],
  ['running', null],
  ['completed', 'wave_over'],
  ['cancelled', 'wave_over'],
])('people and windows of a %s wave', (state, refusal) => expect(planRefusal({ state })).toBe(refusal))

test('only a draft can be cancelled: once published, people rely on it', () => {
  expect(cancelRefusal(draft)).toBeNull()
  expect(cancelRefusal(running)).toBe('wave_not_draft')
})

test('a wave ends only when nobody is under way', () => {
  expect(endRefusal(running, { underWayCount: 0 })).toBeNull()
  expect(endRefusal(running, { underWayCount: 1 })).toBe('wave_people_under_way')
  expect(endRefusal(draft, { underWayCount: 0 })).toBe('wave_not_running')
})

describe('closing a move', () => {
  test('as done is for the gate to give: no state before safe to wipe will do', () => {
    const closable = swapStates.filter((state) => closeRefusal({ state, closedAt: null }, 'done') === null)
    expect(closable).toEqual(['safe_to_wipe', 'returned'])
  })

  test('for another reason is possible at any time, once', () => {
    expect(closeRefusal({ state: 'preparing', closedAt: null }, 'phone_destroyed')).toBeNull()
    expect(closeRefusal({ state: 'closed', closedAt: new Date() }, 'phone_destroyed')).toBe('swap_closed')
  })
})

test('baselines of a wave are read five a second, in order', () => {
  const at = new Date('2026-11-22T10:00:00Z')
  const seconds = [0, 4, 5, 9, 10, 9_999].map((index) => (lookAt(at, index).getTime() - at.getTime()) / 1000)
  expect(seconds).toEqual([0, 0, 1, 1, 2, 1_999])
})

test('whoever has not moved on for a day is stuck', () => {
  expect(stuckBefore(new Date('2026-11-22T10:00:00Z'))).toEqual(new Date('2026-11-21T10:00:00Z'))
})
