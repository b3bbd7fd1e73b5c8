import { AppError } from '@/lib/errors'
import type { MessageCode } from '@/lib/i18n/messages'
import type { Urgency } from './case'

/** What each kind of message needs to know: ids and codes, from which the rest is read when it goes. */
export type MessageParams = {
  /** A wave was published with this person in it. */
  invitation: { swapId: string }
  booking_confirmed: Booked
  booking_moved: Booked
  booking_cancelled: Booked
  /** Once a month: is the backup still current? */
  backup_check: Record<string, never>
  /** The gate opened. */
  safe_to_wipe: { swapId: string }
  /** A day later: how does the new phone do? */
  check_up: { swapId: string }
  /** The new phone works, and the old one still signs in. */
  old_phone_remains: { swapId: string; day: number }
  /** Something about the account was changed; `id` names the reset, session or case. */
  security_notice: { what: SecurityEvent; id: string }
  case_opened: { caseId: string }
  /** A case goes before all others, and whoever is at the desk may not be looking. */
  urgent_case: { caseId: string; why: Urgency }
  /** An Owner tries out where urgent cases are told. */
  desk_test: Record<string, never>
}

/** The window it is about, and which version of the slot's calendar entry it brings. */
type Booked = { swapId: string; windowId: string; sequence: number }

export const securityEvents = ['methods_reset', 'sessions_ended', 'move_frozen', 'pass_made'] as const
export type SecurityEvent = (typeof securityEvents)[number]

export type MessageKind = keyof MessageParams

/** A message somebody is to get; `personId` is whom it goes to, or whom it is about where it goes to the desk. */
export type NewMessage = {
  [Kind in MessageKind]: {
    kind: Kind
    personId: string
    params: MessageParams[Kind]
    /** Where it may be told only once: a second one with the same key is not made. */
    onceKey?: string
    sendAfter?: Date
  }
}[MessageKind]

/** After this many hours in which it could not go, a message is old news, and somebody must decide. */
const staleAfterHours: Record<MessageKind, number> = {
  invitation: 24,
  booking_confirmed: 24,
  booking_moved: 24,
  booking_cancelled: 24,
  backup_check: 72,
  safe_to_wipe: 24,
  check_up: 72,
  old_phone_remains: 24,
  // Late is better than never: somebody may be using the account.
  security_notice: 168,
  case_opened: 24,
  // As long as nobody closed the case, the desk has to hear of it.
  urgent_case: 168,
  desk_test: 1,
}

/** Every kind there is, in the order in which people meet them. */
export const messageKinds = Object.keys(staleAfterHours) as MessageKind[] // a record of exactly these keys

const deskKinds: readonly string[] = ['urgent_case', 'desk_test'] satisfies MessageKind[]

/** Whether a kind of message goes to the desk's mailbox instead of to a person. */
export function isForDesk(kind: string): boolean {
  return deskKinds.includes(kind)
}

/** How soon the queue takes up a kind of message: what is urgent does not wait behind a wave's invitations. */
export function priorityOf(kind: string): number {
  return isForDesk(kind) || kind === 'security_notice' ? 10 : 0
}

/** Not gone yet; under way; accepted by Microsoft; nobody knows; surely not gone; no longer wanted. */
export const messageStates = ['waiting', 'sending', 'sent', 'uncertain', 'failed', 'cancelled'] as const
export type MessageState = (typeof messageStates)[number]

/** How long a try may take before nobody knows what became of it. Longer than waiting for a turn and a call together. */
export const leaseSeconds = 240

export type Message = {
  id: string
  kind: string
  state: string
  queuedAt: Date
  sendAfter: Date
  fence: number
  leaseUntil: Date | null
}

/** What a message is about, as it stands when it is to go. */
export type Matter = {
  /** The person is in the directory, may sign in, and has an address; or the desk has a mailbox. */
  isReachable: boolean
  /** Of the swap it is about; null where it is about none. */
  swapState: string | null
  /** Of the case it is about; null where it is about none. */
  caseState: string | null
}

export type Start =
  /** Somebody else has it, it is over, or it is not its time. */
  | { go: 'not_now' }
  /** The reason for it is gone, or nobody can get it. */
  | { go: 'drop'; why: MessageCode }
  | { go: 'fail'; why: MessageCode }
  | { go: 'send'; fence: number; leaseUntil: Date }

/** What is to be done with a message whose job has come. */
export function startMessage(message: Message, matter: Matter, now: Date): Start {
  if (message.state !== 'waiting' || message.sendAfter > now) return { go: 'not_now' }
  if (!matter.isReachable) {
    return { go: 'drop', why: isForDesk(message.kind) ? 'desk_mailbox_unset' : 'message_unreachable' }
  }
  if (isMoot(message.kind, matter)) return { go: 'drop', why: 'message_moot' }
  if (isStale(message, now)) return { go: 'fail', why: 'message_stale' }
  return {
    go: 'send',
    fence: message.fence + 1,
    leaseUntil: new Date(now.getTime() + leaseSeconds * 1000),
  }
}

function isMoot(kind: string, { swapState, caseState }: Matter): boolean {
  if (kind === 'urgent_case') return caseState === 'closed'
  if (kind === 'invitation') return swapState === 'closed'
  if (kind === 'safe_to_wipe') return !['safe_to_wipe', 'returned', 'closed'].includes(swapState ?? '')
  if (kind === 'check_up') return !['safe_to_wipe', 'returned'].includes(swapState ?? '')
  if (kind === 'old_phone_remains') return swapState !== 'proved'
  return false
}

function isStale({ kind, queuedAt }: Message, now: Date): boolean {
  const hours = isMessageKind(kind) ? staleAfterHours[kind] : 0
  return now.getTime() - queuedAt.getTime() > hours * 3_600_000
}

/** The key under which a swap's invitation is made once. */
export function invitationKey(swapId: string): string {
  return `invitation ${swapId}`
}

/** The key under which somebody is asked once how the new phone does. */
export function checkUpKey(swapId: string): string {
  return `check up ${swapId}`
}

/** The key under which the desk is told once that a case is urgent. */
export function urgentCaseKey(caseId: string): string {
  return `urgent case ${caseId}`
}

/** Whether this edition knows the kind. */
export function isMessageKind(kind: string): kind is MessageKind {
  return Object.hasOwn(staleAfterHours, kind)
}

/** What became of one try. A refusal is certain; no answer is not. */
export type MessageOutcome = {
  result: 'sent' | 'not_begun' | 'refused' | 'uncertain'
  /** Why not; null once sent. */
  code: MessageCode | null
  status: number | null
  graphRequestId: string | null
  /** When Microsoft allows another try, for what was not begun. */
  retryAt: Date | null
}

const stateAfter: Record<MessageOutcome['result'], MessageState> = {
  sent: 'sent',
  not_begun: 'waiting',
  refused: 'failed',
  uncertain: 'uncertain',
}

/** The first wait after a try that was not even begun; each further one is twice as long, up to an hour. */
const RETRY_SECONDS = 30
const RETRY_SECONDS_MAX = 3_600

/** The message after a try, or null when the outcome comes too late: from an older try, or from one given up. */
export function finishMessage(
  message: Message,
  { fence, outcome, now }: { fence: number; outcome: MessageOutcome; now: Date },
): { state: MessageState; sendAfter: Date } | null {
  if (message.state !== 'sending' || message.fence !== fence) return null
  const seconds = Math.min(RETRY_SECONDS_MAX, RETRY_SECONDS * 2 ** Math.min(fence - 1, 10))
  const again = outcome.retryAt ?? new Date(now.getTime() + seconds * 1000)
  return {
    state: stateAfter[outcome.result],
    sendAfter: outcome.result === 'not_begun' ? again : message.sendAfter,
  }
}

/** Whether a message's time ran out while it was under way. */
export function isLost({ state, leaseUntil }: Pick<Message, 'state' | 'leaseUntil'>, now: Date): boolean {
  return state === 'sending' && leaseUntil !== null && leaseUntil <= now
}

/** Why the desk's mailbox cannot be tried out now, or null when it can. The page asks to explain a disabled button. */
export function deskTestRefusal(deskMailbox: string, last: { state: string } | null) {
  if (!deskMailbox) return 'desk_mailbox_unset'
  return last && ['waiting', 'sending'].includes(last.state) ? 'desk_test_under_way' : null
}

/** After so many days with the new phone proved and the old one still registered somebody is told. */
const oldPhoneDays = [1, 3] as const

/** Each reminder of an old phone that remains: who got this far before `since` is due for it. */
export function oldPhoneReminders(now: Date): { day: number; since: Date }[] {
  return oldPhoneDays.map((day) => ({ day, since: new Date(now.getTime() - day * 24 * 3_600_000) }))
}

/** What a person may decide of a message that needs somebody: send it (again), or leave it as it is. */
export const decisions = ['send', 'arrived', 'drop'] as const
export type Decision = (typeof decisions)[number]

/** Why somebody cannot decide so of a message now, or null when they can. The page asks to show buttons. */
export function decideRefusal({ state }: { state: string }, decision: Decision) {
  if (state === 'uncertain') return null
  if (state === 'failed') return decision === 'arrived' ? 'message_not_uncertain' : null
  return 'message_not_stuck'
}

/**
 * The message after a person's decision. Sent again, it is news anew.
 *
 * @throws {AppError} refused — with the reason from `decideRefusal`
 */
export function decideMessage(message: Message, decision: Decision, now: Date) {
  const refusal = decideRefusal(message, decision)
  if (refusal) throw new AppError('refused', refusal, { detail: { messageId: message.id } })
  if (decision === 'send') return { state: 'waiting', queuedAt: now, sendAfter: now, failure: null } as const
  if (decision === 'drop') return { state: 'cancelled' } as const
  return { state: 'sent', failure: null } as const
}
