import { describe, expect, test } from 'vitest'
import type { Clearance } from '@/lib/domain/reset'
import {
  finishStep,
  isLost,
  leaseSeconds,
  nextStep,
  postpone,
  type Step,
  type StepContext,
  type StepOutcome,
  startStep,
  stepRefusal,
  stopRefusal,
} from '@/lib/domain/reset-step'

const now = new Date('2026-11-22T10:00:00Z')
const base = { kind: 'remove_method', fence: 0, leaseUntil: null, retryAt: null }
const one: Step = { ...base, id: '1', position: 1, entraMethodId: 'sms', state: 'ready' }
const two: Step = { ...base, id: '2', position: 2, entraMethodId: 'app', state: 'ready' }
const last: Step = {
  ...base,
  id: '3',
  position: 3,
  kind: 'revoke_sessions',
  entraMethodId: null,
  state: 'ready',
}
const steps = [last, two, one]
const context: StepContext = { steps, isEnded: false, locked: null, now }
const clearance: Clearance = { answeredAt: now, refusal: null, methods: [], isRegistrationGuarded: true }

describe('a step is run in its turn', () => {
  test.each<[string, Step, Partial<StepContext>, string | null]>([
    ['the first', one, {}, null],
    ['not the second before it', two, {}, 'step_not_next'],
    ['the second after it', two, { steps: [{ ...one, state: 'done' }, two, last] }, null],
    ['not twice', { ...one, state: 'done' }, {}, 'step_done'],
    ['not while it is under way', { ...one, state: 'running' }, {}, 'step_running'],
    ['not while nobody knows', { ...one, state: 'uncertain' }, {}, 'step_uncertain'],
    ['not before Microsoft allows it', { ...one, retryAt: new Date(now.getTime() + 1) }, {}, 'step_waits'],
    ['when Microsoft allows it', { ...one, retryAt: now }, {}, null],
    ['not after the reset ended', one, { isEnded: true }, 'reset_ended'],
    ['not without a live verification', one, { locked: 'verification_expired' }, 'verification_expired'],
  ])('%s', (_what, step, given, refusal) => {
    expect(stepRefusal(step, { ...context, ...given })).toBe(refusal)
  })
  test('the next is the first that is not done, whatever the order of the rows', () => {
    expect(nextStep(steps)?.id).toBe('1')
    expect(nextStep(steps.map((step) => ({ ...step, state: 'done' })))).toBeNull()
  })
})

describe('starting a step', () => {
  test('raises its fence and gives it a lease', () => {
    expect(startStep(one, { ...context, clearance })).toMatchObject({
      state: 'running',
      fence: 1,
      leaseUntil: new Date(now.getTime() + leaseSeconds * 1000),
    })
  })
  test('is refused when a role was given between plan and step', () => {
    const refused = { ...clearance, refusal: 'target_has_role' }
    expect(() => startStep(one, { ...context, clearance: refused })).toThrow('target_has_role')
  })
  test('is refused without an answer', () => {
    expect(() => startStep(one, { ...context, clearance: null })).toThrow('clearance_missing')
  })
  test('is refused when the guard went away and this would be the last way in', () => {
    const unguarded = { ...clearance, isRegistrationGuarded: false }
    expect(() => startStep(one, { ...context, clearance: unguarded })).toThrow('empty_moment')
  })
  test('ending the sessions takes no way in away', () => {
    const unguarded = { ...clearance, isRegistrationGuarded: false }
    const done = { ...context, steps: [last] }
    expect(startStep(last, { ...done, clearance: unguarded }).state).toBe('running')
  })
})

describe('an outcome', () => {
  const running: Step = { ...one, state: 'running', fence: 3, leaseUntil: now }
  const outcome = (result: StepOutcome['result']): StepOutcome => ({
    result,
    code: null,
    status: 204,
    graphRequestId: null,
    retryAt: null,
  })
  test.each([
    ['done', 'done'],
    ['refused', 'ready'],
    ['uncertain', 'uncertain'],
  ] as const)('%s leaves the step %s', (result, state) => {
    const finished = finishStep(running, { fence: 3, from: 'running', outcome: outcome(result), now })
    expect(finished).toMatchObject({ state, leaseUntil: null, fence: 3 })
  })
  test('of an older attempt comes too late', () => {
    expect(finishStep(running, { fence: 2, from: 'running', outcome: outcome('done'), now })).toBeNull()
  })
  test('comes too late once the step is being read back', () => {
    const uncertain = { ...running, state: 'uncertain' }
    expect(finishStep(uncertain, { fence: 3, from: 'running', outcome: outcome('done'), now })).toBeNull()
    expect(finishStep(uncertain, { fence: 3, from: 'uncertain', outcome: outcome('done'), now })?.state).toBe(
      'done',
    )
  })
  test('that asks to wait without saying how long waits ten seconds', () => {
    const throttled = { ...outcome('refused'), code: 'graph_throttled' as const }
    const finish = (retryAt: Date | null) =>
      finishStep(running, { fence: 3, from: 'running', outcome: { ...throttled, retryAt }, now })?.retryAt
    expect(finish(null)).toEqual(new Date(now.getTime() + 10_000))
    expect(finish(now)).toEqual(now)
  })
  test('is lost when the lease ran out', () => {
    expect(isLost(running, now)).toBe(true)
    expect(isLost({ ...running, leaseUntil: new Date(now.getTime() + 1) }, now)).toBe(false)
    expect(isLost({ ...running, state: 'uncertain' }, now)).toBe(false)
  })
})

describe('what turns out to be the default goes behind the other removals', () => {
  test('and the sessions stay last', () => {
    expect(postpone(steps, '1')?.map(({ id, position }) => [id, position])).toEqual([
      ['2', 1],
      ['1', 2],
      ['3', 3],
    ])
  })
  test('unless it already is the last of them', () => expect(postpone(steps, '2')).toBeNull())
  test('removals that are done do not count', () => {
    expect(postpone([one, { ...two, state: 'done' }, last], '1')).toBeNull()
  })
})

test('a reset is stopped between two steps only', () => {
  expect(stopRefusal(steps, { isEnded: false })).toBeNull()
  expect(stopRefusal([{ state: 'running' }], { isEnded: false })).toBe('step_running')
  expect(stopRefusal([{ state: 'uncertain' }], { isEnded: false })).toBe('step_uncertain')
  expect(stopRefusal([], { isEnded: true })).toBe('reset_ended')
})
