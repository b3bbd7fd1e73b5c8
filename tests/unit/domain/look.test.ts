import { describe, expect, test } from 'vitest'
import { isRunning, isTold, isWaiting, lateSince, planReading, retryLookAt } from '@/lib/domain/look'
import type { SeenMethod } from '@/lib/domain/method'

const now = new Date('2026-11-22T09:00:00Z')
const secondsAgo = (seconds: number) => new Date(now.getTime() - seconds * 1000)

const app: SeenMethod = {
  id: 'app',
  kind: 'microsoftAuthenticator',
  displayName: 'Old phone',
  deviceTag: null,
  appVersion: '6.8.40',
  aaguid: null,
  isDefault: true,
  createdAt: null,
  lastUsedAt: '2026-11-20T09:00:00.000Z',
}
const phone: SeenMethod = { ...app, id: 'sms', kind: 'phone', isDefault: false, lastUsedAt: null }
const shown = (...methods: SeenMethod[]) => ({ methods, isDefaultKnown: true })

describe('a reading', () => {
  test('of the same registrations is no news', () => {
    expect(planReading([app, phone], shown(phone, app))).toMatchObject({ isNews: false, goneIds: [] })
  })

  test('says who came and who went', () => {
    const fresh = { ...app, id: 'new' }
    expect(planReading([app, phone], shown(phone, fresh))).toMatchObject({
      isNews: true,
      appearedIds: ['new'],
      goneIds: ['app'],
    })
  })

  test('of a registration that was used since is news', () => {
    const used = { ...app, lastUsedAt: '2026-11-22T08:00:00.1234567Z' }
    expect(planReading([app], shown(used)).isNews).toBe(true)
  })

  test('keeps the later use when beta is silent or behind', () => {
    for (const lastUsedAt of [null, '2026-11-01T00:00:00Z'])
      expect(planReading([app], shown({ ...app, lastUsedAt }))).toMatchObject({
        isNews: false,
        methods: [{ lastUsedAt: app.lastUsedAt }],
      })
  })

  test('keeps what is known of the default when the preference could not be read', () => {
    const plan = planReading([app], { methods: [{ ...app, isDefault: false }], isDefaultKnown: false })
    expect(plan).toMatchObject({ isNews: false, methods: [{ isDefault: true }] })
  })

  test('does not take another way of writing the same instant for news', () => {
    const same = { ...app, lastUsedAt: '2026-11-20T09:00:00Z' }
    expect(planReading([app], shown(same)).isNews).toBe(false)
  })
})

describe('looking at somebody is told', () => {
  const before = {
    askedAt: secondsAgo(60),
    askedById: 'agent',
    startedAt: null,
    readAt: null,
    endedAt: null,
    failure: null,
    retryAt: null,
  }
  const asking = { askedById: 'agent', personId: 'elio', now }
  test.each([
    ['the first time', null, asking, false],
    ['not again a minute later', before, asking, true],
    ['again after a while', { ...before, askedAt: secondsAgo(301) }, asking, false],
    ['when it is somebody else who looks', { ...before, askedById: 'other' }, asking, false],
    ['not when it is oneself', null, { ...asking, personId: 'agent' }, true],
    ['not when it is a job', null, { ...asking, askedById: null }, true],
  ])('%s', (_when, state, who, told) => {
    expect(isTold(state, who)).toBe(told)
  })
})

test('somebody waits until a look that began after the question has ended', () => {
  const asked = { askedAt: now, askedById: null, startedAt: null, readAt: null, endedAt: null }
  const state = { ...asked, failure: null, retryAt: null }
  expect(isWaiting(state)).toBe(true)
  expect(isWaiting({ ...state, readAt: secondsAgo(1), endedAt: now })).toBe(true)
  expect(isWaiting({ ...state, readAt: now })).toBe(false)
  expect(isWaiting({ ...state, failure: 'graph_unavailable', retryAt: now, endedAt: now })).toBe(true)
  expect(isWaiting({ ...state, failure: 'not_found', endedAt: now })).toBe(false)
  expect(isWaiting({ ...state, failure: 'not_found', endedAt: secondsAgo(1) })).toBe(true)
})

test('one look at a time, unless whoever looked has died', () => {
  expect(isRunning({ startedAt: null, endedAt: null }, now)).toBe(false)
  expect(isRunning({ startedAt: secondsAgo(29), endedAt: secondsAgo(60) }, now)).toBe(true)
  expect(isRunning({ startedAt: secondsAgo(29), endedAt: secondsAgo(1) }, now)).toBe(false)
  expect(isRunning({ startedAt: secondsAgo(30), endedAt: null }, now)).toBe(false)
})

describe('Microsoft is late', () => {
  test.each([
    ['not before anybody looked', { startedAt: null, endedAt: null }, null],
    ['not in the first seconds', { startedAt: secondsAgo(4), endedAt: null }, null],
    [
      'once a look takes longer than usual',
      { startedAt: secondsAgo(5), endedAt: secondsAgo(60) },
      secondsAgo(5),
    ],
    ['not when the look has ended', { startedAt: secondsAgo(30), endedAt: secondsAgo(5) }, null],
  ])('%s', (_when, look, since) => {
    expect(lateSince(look, now)).toEqual(since)
  })
})

describe('a failed look is tried again', () => {
  const failed = { isRefusal: false, retryAt: null, failureCount: 0 }
  const seconds = (at: Date | null) => at && (at.getTime() - now.getTime()) / 1000
  test.each([
    ['soon', failed, 2],
    ['when Microsoft says', { ...failed, retryAt: secondsAgo(-20) }, 20],
    ['later each time', { ...failed, failureCount: 2 }, 30],
    ['not for ever', { ...failed, failureCount: 4 }, null],
    ['never after a refusal', { ...failed, isRefusal: true }, null],
  ])('%s', (_when, given, expected) => {
    expect(seconds(retryLookAt(given, now))).toBe(expected)
  })
})
