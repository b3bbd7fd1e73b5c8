import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  askSyncRefusal,
  decidable,
  isSyncDue,
  type KnownPerson,
  mayLetGo,
  planSync,
  retrySyncAt,
  type SeenPerson,
} from '@/lib/domain/directory'

const now = new Date('2026-11-22T09:00:00Z')
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * 60_000)

const ada: KnownPerson = {
  entraId: 'ada',
  leftAt: null,
  userPrincipalName: 'ada@example.com',
  displayName: 'Ada',
  givenName: 'Ada',
  surname: null,
  mail: null,
  department: 'Desk',
  site: 'Milan',
  jobTitle: null,
  usageLocation: 'IT',
  preferredLanguage: 'it-IT',
  userType: 'member',
  isEnabled: true,
  entraManagerId: null,
}

describe('a page of the directory', () => {
  test('brings in who is new', () => {
    const plan = planSync([], [{ entraId: 'bo', userPrincipalName: 'bo@example.com', displayName: 'Bo' }])
    expect(plan.joined).toMatchObject([
      { entraId: 'bo', displayName: 'Bo', department: null, userType: 'member', isEnabled: true },
    ])
    expect(plan).toMatchObject({ changed: [], same: [] })
  })

  test('changes only what it says', () => {
    const plan = planSync([ada], [{ entraId: 'ada', department: null, isEnabled: false }])
    const { leftAt: _, ...rest } = ada
    expect(plan.changed).toEqual([{ ...rest, department: null, isEnabled: false }])
  })

  test('leaves alone who is as before', () => {
    expect(planSync([ada], [{ entraId: 'ada', department: 'Desk' }])).toEqual({
      joined: [],
      changed: [],
      same: ['ada'],
    })
  })

  test('brings back who had left', () => {
    expect(planSync([{ ...ada, leftAt: now }], [{ entraId: 'ada' }]).changed).toHaveLength(1)
  })

  test('shows the sign-in name of somebody without a name', () => {
    const [bo] = planSync(
      [],
      [{ entraId: 'bo', userPrincipalName: 'bo@example.com', displayName: null }],
    ).joined
    expect(bo?.displayName).toBe('bo@example.com')
  })

  test('read twice changes nothing the second time, whatever is on it', () => {
    const text = fc.option(fc.string({ maxLength: 5 }))
    const seen: fc.Arbitrary<SeenPerson> = fc.record(
      {
        entraId: fc.constantFrom('a', 'b', 'c'),
        userPrincipalName: fc.string({ minLength: 1, maxLength: 5 }),
        displayName: text,
        department: text,
        site: text,
        isEnabled: fc.boolean(),
        entraManagerId: text,
      },
      { requiredKeys: ['entraId'] },
    )
    fc.assert(
      fc.property(fc.array(seen, { maxLength: 8 }), (page) => {
        const first = planSync([], page)
        const again = planSync(
          first.joined.map((person) => ({ ...person, leftAt: null })),
          page,
        )
        expect(again.joined).toEqual([])
        expect(again.changed).toEqual([])
        expect(again.same).toHaveLength(first.joined.length)
      }),
    )
  })
})

test.each([
  [10, 100, true],
  [11, 100, false],
  [0, 0, true],
  [1, 9, false],
])('%i of %i may leave without a question: %s', (leaverCount, presentCount, may) => {
  expect(mayLetGo({ leaverCount, presentCount })).toBe(may)
})

describe('a run is due', () => {
  const done = { state: 'done', startedAt: minutesAgo(20), retryAt: null, leaseUntil: null }
  test.each([
    ['when there was none yet', null, true],
    ['a quarter of an hour after the last', done, true],
    ['but not before', { ...done, startedAt: minutesAgo(14) }, false],
    ['when the running one has died', { ...done, state: 'running', leaseUntil: minutesAgo(1) }, true],
    ['but not while it lives', { ...done, state: 'running', leaseUntil: minutesAgo(-1) }, false],
    ['when a failed one may be tried again', { ...done, state: 'failed', retryAt: now }, true],
    ['but not earlier', { ...done, state: 'failed', retryAt: minutesAgo(-1) }, false],
    ['never while somebody has to decide', { ...done, state: 'held' }, false],
  ])('%s', (_when, last, due) => {
    expect(isSyncDue('people', last, now)).toBe(due)
  })

  test('for the report once an hour', () => {
    expect(isSyncDue('report', { ...done, startedAt: minutesAgo(59) }, now)).toBe(false)
    expect(isSyncDue('report', { ...done, startedAt: minutesAgo(60) }, now)).toBe(true)
  })
})

test('nobody can ask for a run while one runs or one is held', () => {
  const last = { startedAt: now, retryAt: null, leaseUntil: minutesAgo(-1) }
  expect(askSyncRefusal({ ...last, state: 'running' }, now)).toBe('sync_running')
  expect(askSyncRefusal({ ...last, state: 'held' }, now)).toBe('sync_held')
  expect(askSyncRefusal({ ...last, state: 'failed' }, now)).toBeNull()
  expect(askSyncRefusal(null, now)).toBeNull()
})

test('only the newest run can be decided upon, and only while it is held', () => {
  expect(decidable({ id: 'a', state: 'held' }, 'a')).toEqual({ id: 'a', state: 'held' })
  expect(() => decidable({ id: 'a', state: 'done' }, 'a')).toThrow('sync_not_held')
  expect(() => decidable({ id: 'b', state: 'held' }, 'a')).toThrow('sync_not_held')
  expect(() => decidable(null, 'a')).toThrow('sync_not_held')
})

describe('after a failure the next try is', () => {
  const minutes = (at: Date) => (at.getTime() - now.getTime()) / 60_000
  const failure = { kind: 'unavailable', retryAt: null, failedBefore: 0 }
  test.each([
    ['soon the first time', failure, 1],
    ['later each time', { ...failure, failedBefore: 2 }, 5],
    ['at most a quarter of an hour away', { ...failure, failedBefore: 9 }, 15],
    ['when Microsoft says', { ...failure, retryAt: minutesAgo(-0.5) }, 0.5],
    ['not before Microsoft says', { ...failure, failedBefore: 1, retryAt: minutesAgo(-30) }, 30],
    ['far away when it was a refusal', { ...failure, kind: 'refused' }, 60],
  ])('%s', (_when, given, expected) => {
    expect(minutes(retrySyncAt(given, now))).toBe(expected)
  })
})
