import { expect, test } from 'vitest'
import {
  decideMessage,
  decideRefusal,
  deskTestRefusal,
  finishMessage,
  isLost,
  type Message,
  type MessageOutcome,
  messageKinds,
  oldPhoneReminders,
  priorityOf,
  startMessage,
} from '@/lib/domain/message'

const now = new Date('2026-11-22T10:00:00Z')
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const reachable = { isReachable: true, swapState: null, caseState: null }

function make(wanted: Partial<Message> = {}): Message {
  const rest = { id: 'm', kind: 'invitation', state: 'waiting', fence: 0, leaseUntil: null }
  return { ...rest, queuedAt: ago(1), sendAfter: ago(1), ...wanted }
}

function outcome(result: MessageOutcome['result'], retryAt: Date | null = null): MessageOutcome {
  return { result, code: null, status: null, graphRequestId: null, retryAt }
}

test('a waiting message goes, with a higher fence and a time by which it must have gone', () => {
  const start = startMessage(make({ fence: 2 }), reachable, now)
  expect(start).toMatchObject({ go: 'send', fence: 3 })
  expect(start.go === 'send' && start.leaseUntil > now).toBe(true)
})

test.each(['sending', 'sent', 'uncertain', 'failed', 'cancelled'])(
  'what is %s is not begun again',
  (state) => {
    expect(startMessage(make({ state }), reachable, now)).toEqual({ go: 'not_now' })
  },
)

test('nothing goes before its time', () => {
  expect(startMessage(make({ sendAfter: ago(-1) }), reachable, now)).toEqual({ go: 'not_now' })
})

test('nobody who has left or has no address is written to', () => {
  const matter = { ...reachable, isReachable: false }
  expect(startMessage(make(), matter, now)).toEqual({ go: 'drop', why: 'message_unreachable' })
})

test.each([
  ['invitation', 'closed', 'drop'],
  ['invitation', 'invited', 'send'],
  ['safe_to_wipe', 'removed', 'drop'],
  ['safe_to_wipe', 'safe_to_wipe', 'send'],
  ['safe_to_wipe', 'closed', 'send'],
  ['check_up', 'returned', 'send'],
  ['check_up', 'closed', 'drop'],
  ['check_up', 'removed', 'drop'],
  ['old_phone_remains', 'removed', 'drop'],
  ['old_phone_remains', 'proved', 'send'],
  ['security_notice', null, 'send'],
] as const)('%s about a swap that is %s: %s', (kind, swapState, go) => {
  expect(startMessage(make({ kind }), { ...reachable, swapState }, now).go).toBe(go)
})

test('mail to the desk needs a mailbox, and an urgent case that nobody has closed', () => {
  const alert = make({ kind: 'urgent_case' })
  expect(startMessage(alert, { ...reachable, caseState: 'waiting' }, now).go).toBe('send')
  expect(startMessage(alert, { ...reachable, caseState: 'taken' }, now).go).toBe('send')
  const closed = { ...reachable, caseState: 'closed' }
  expect(startMessage(alert, closed, now)).toEqual({ go: 'drop', why: 'message_moot' })
  const unset = { ...reachable, isReachable: false, caseState: 'waiting' }
  expect(startMessage(alert, unset, now)).toEqual({ go: 'drop', why: 'desk_mailbox_unset' })
})

test('what is urgent does not wait behind the invitations of a wave', () => {
  for (const kind of ['urgent_case', 'desk_test', 'security_notice'])
    expect(priorityOf(kind)).toBeGreaterThan(priorityOf('invitation'))
})

test('the desk’s mailbox is tried out only where there is one, one mail at a time', () => {
  expect(deskTestRefusal('', null)).toBe('desk_mailbox_unset')
  expect(deskTestRefusal('desk@example.com', null)).toBeNull()
  expect(deskTestRefusal('desk@example.com', { state: 'waiting' })).toBe('desk_test_under_way')
  expect(deskTestRefusal('desk@example.com', { state: 'sending' })).toBe('desk_test_under_way')
  for (const state of ['sent', 'failed', 'uncertain', 'cancelled'])
    expect(deskTestRefusal('desk@example.com', { state })).toBeNull()
})

test('an invitation that could not go for a day waits for a person; a security notice goes for a week', () => {
  const old = { queuedAt: ago(25), sendAfter: ago(25) }
  expect(startMessage(make(old), reachable, now)).toEqual({ go: 'fail', why: 'message_stale' })
  expect(startMessage(make({ ...old, kind: 'security_notice' }), reachable, now).go).toBe('send')
  const older = { kind: 'security_notice', queuedAt: ago(169), sendAfter: ago(169) }
  expect(startMessage(make(older), reachable, now).go).toBe('fail')
  expect(messageKinds.length).toBeGreaterThan(8)
})

test.each([
  ['sent', 'sent'],
  ['refused', 'failed'],
  ['uncertain', 'uncertain'],
  ['not_begun', 'waiting'],
] as const)('a try that was %s leaves the message %s', (result, state) => {
  const sending = make({ state: 'sending', fence: 1 })
  expect(finishMessage(sending, { fence: 1, outcome: outcome(result), now })?.state).toBe(state)
})

test('an outcome of an older try, or of one given up, changes nothing', () => {
  const sent = outcome('sent')
  expect(finishMessage(make({ state: 'sending', fence: 2 }), { fence: 1, outcome: sent, now })).toBeNull()
  expect(finishMessage(make({ state: 'uncertain', fence: 1 }), { fence: 1, outcome: sent, now })).toBeNull()
})

test('what was not begun is tried again when Microsoft allows, else later and later, within the hour', () => {
  const wait = (fence: number, retryAt: Date | null = null) => {
    const sending = make({ state: 'sending', fence })
    const after = finishMessage(sending, { fence, outcome: outcome('not_begun', retryAt), now })
    return ((after?.sendAfter.getTime() ?? 0) - now.getTime()) / 1000
  }
  expect([wait(1), wait(2), wait(3), wait(40)]).toEqual([30, 60, 120, 3_600])
  expect(wait(1, ago(-2))).toBe(7_200)
})

test('only a message under way whose time is up is lost', () => {
  expect(isLost({ state: 'sending', leaseUntil: now }, now)).toBe(true)
  expect(isLost({ state: 'sending', leaseUntil: ago(-1) }, now)).toBe(false)
  expect(isLost({ state: 'sent', leaseUntil: ago(1) }, now)).toBe(false)
})

test('a person decides of what failed or is uncertain, and of nothing else', () => {
  expect(decideMessage(make({ state: 'uncertain' }), 'arrived', now)).toMatchObject({ state: 'sent' })
  expect(decideMessage(make({ state: 'uncertain' }), 'send', now)).toMatchObject({
    state: 'waiting',
    queuedAt: now,
  })
  expect(decideMessage(make({ state: 'failed' }), 'drop', now)).toMatchObject({ state: 'cancelled' })
  expect(decideRefusal({ state: 'failed' }, 'arrived')).toBe('message_not_uncertain')
  for (const state of ['waiting', 'sending', 'sent', 'cancelled'])
    expect(() => decideMessage(make({ state }), 'send', now)).toThrow('message_not_stuck')
})

test('an old phone that remains is told of after one day and after three', () => {
  expect(oldPhoneReminders(now)).toEqual([
    { day: 1, since: ago(24) },
    { day: 3, since: ago(72) },
  ])
})
