import { expect, test } from 'vitest'
import { judgeHealth, silentSince } from '@/lib/domain/health'

const now = new Date('2026-11-22T09:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const well = {
  graphAnsweredAt: ago(60),
  graphFailedAt: null,
  beatAt: ago(5),
  treeGrewAt: ago(600),
  eventWaitsSince: null,
  alerts: { isStuck: false, waitsSince: null, sentAt: null },
}

test('all is well', () => {
  expect(judgeHealth(well, now)).toMatchObject({
    status: 'ok',
    database: { state: 'ok' },
    graph: { state: 'ok', at: ago(60).toISOString() },
    queue: { state: 'ok' },
    audit: { state: 'ok' },
  })
})

test('without a database nothing else is known', () => {
  expect(judgeHealth(null, now)).toEqual({
    status: 'degraded',
    database: { state: 'down', at: null },
    graph: { state: 'unknown', at: null },
    queue: { state: 'unknown', at: null },
    audit: { state: 'unknown', at: null },
    alerts: { state: 'unknown', at: null },
  })
})

test.each([
  ['a worker that went silent', { beatAt: ago(61) }, { queue: { state: 'late' } }],
  ['Graph not having answered for long', { graphAnsweredAt: ago(2_500) }, { graph: { state: 'late' } }],
  [
    'Graph having failed since',
    { graphAnsweredAt: ago(2_500), graphFailedAt: ago(10) },
    { graph: { state: 'down' } },
  ],
  ['events that wait too long for the tree', { eventWaitsSince: ago(301) }, { audit: { state: 'late' } }],
  [
    'a desk that was not told of an urgent case',
    { alerts: { isStuck: true, waitsSince: null, sentAt: ago(60) } },
    { alerts: { state: 'down', at: ago(60).toISOString() } },
  ],
  [
    'mail to the desk that waits for long',
    { alerts: { isStuck: false, waitsSince: ago(301), sentAt: null } },
    { alerts: { state: 'late' } },
  ],
])('%s is a fault', (_what, change, expected) => {
  expect(judgeHealth({ ...well, ...change }, now)).toMatchObject({ status: 'degraded', ...expected })
})

test('what has not begun yet is no fault, nor is one failed call', () => {
  const fresh = {
    graphAnsweredAt: null,
    graphFailedAt: null,
    beatAt: null,
    treeGrewAt: null,
    eventWaitsSince: null,
    alerts: well.alerts,
  }
  expect(judgeHealth(fresh, now).status).toBe('ok')
  expect(judgeHealth({ ...well, graphFailedAt: ago(10) }, now).status).toBe('ok')
  const alerts = { isStuck: false, waitsSince: ago(20), sentAt: null }
  expect(judgeHealth({ ...well, alerts }, now)).toMatchObject({ status: 'ok', alerts: { state: 'unknown' } })
  const told = { ...alerts, waitsSince: null, sentAt: ago(900) }
  expect(judgeHealth({ ...well, alerts: told }, now)).toMatchObject({ alerts: { state: 'ok' } })
})

test.each([
  ['that has just said that it lives', ago(60), null],
  ['that has said nothing for more than a minute', ago(61), ago(61)],
  ['that has never begun', null, null],
])('a worker %s', (_which, beatAt, since) => {
  expect(silentSince(beatAt, now)).toEqual(since)
})
