import { AppError } from '@/lib/errors'
import { type Actor, is, type PersonActor } from './actor'

/** Why somebody calls. */
export const caseReasons = [
  'planned_swap',
  'broken',
  'lost',
  'stolen',
  'forgotten',
  'deleted_app',
  'old_phone_dead',
  'new_phone_fails',
  'stuck',
  'not_me',
  'other',
] as const

export type CaseReason = (typeof caseReasons)[number]

/** A kept reason; one we do not know any more counts as other. */
export function caseReasonIn(text: string): CaseReason {
  return caseReasons.find((known) => known === text) ?? 'other'
}

/** Somebody else may be at work on the account: these go before all others. */
const urgentReasons = ['stolen', 'not_me'] as const satisfies readonly CaseReason[]

/** Why a case goes before all others. */
export type Urgency = (typeof urgentReasons)[number]

/** Why a case for this reason goes before all others, or null when it takes its turn. */
export function urgencyOf(reason: CaseReason): Urgency | null {
  return urgentReasons.find((urgent) => urgent === reason) ?? null
}

/** Nobody has it yet; an agent works on it; it is over. */
export const caseStates = ['waiting', 'taken', 'closed'] as const
export type CaseState = (typeof caseStates)[number]

/** A kept state. @throws {Error} there is no such state */
export function caseStateIn(text: string): CaseState {
  const state = caseStates.find((known) => known === text)
  if (!state) throw new Error(`a case cannot be ${text}`)
  return state
}

/** Where an open case has got to, as the queue shows it. */
export type CaseStage = CaseState | 'verifying' | 'verified' | 'resetting'

/** The stage of a case from its state and what is going on in it. */
export function caseStage(
  state: CaseState,
  { verification, hasOpenReset }: { verification: string | null; hasOpenReset: boolean },
): CaseStage {
  if (state === 'closed') return state
  if (hasOpenReset) return 'resetting'
  if (verification === 'verified') return 'verified'
  return verification === 'gathering' ? 'verifying' : state
}

/** How a case can end. */
export const caseOutcomes = ['solved', 'not_verified', 'handed_over', 'withdrawn'] as const
export type CaseOutcome = (typeof caseOutcomes)[number]

/** Whether somebody works at the desk, and so may see its cases. */
export function isDeskStaff(actor: Actor): actor is PersonActor {
  return is(actor, 'helpdesk') || is(actor, 'verifier') || is(actor, 'approver')
}

/** What people say on the phone: `C-0042`. */
export function caseName(number: number): string {
  return `C-${String(number).padStart(4, '0')}`
}

/** The number in what somebody typed (`42`, `c-42`, `C-0042`), or null where it is none. */
export function caseNumberIn(text: string): number | null {
  const [, digits] = /^\s*(?:c-?\s?)?0*(\d{1,9})\s*$/i.exec(text) ?? []
  return digits ? Number(digits) : null
}

type Case = { id: string; state: string; agentId: string | null }

/** Why an agent cannot take the case, or null when they can. Taking over from a colleague is allowed. */
export function takeRefusal(found: Case, agentId: string) {
  if (found.state === 'closed') return 'case_closed'
  return found.agentId === agentId ? 'case_already_yours' : null
}

/** @throws {AppError} refused — with the reason from `takeRefusal` */
export function assertTakeable(found: Case, agentId: string): void {
  const refusal = takeRefusal(found, agentId)
  if (refusal) throw new AppError('refused', refusal, { detail: { caseId: found.id } })
}

type CloseContext = { hasOpenReset: boolean }

/** Why the case cannot be closed now, or null when it can. */
export function closeCaseRefusal(found: Case, { hasOpenReset }: CloseContext) {
  if (found.state === 'closed') return 'case_closed'
  return hasOpenReset ? 'case_has_open_reset' : null
}

/** @throws {AppError} refused — with the reason from `closeCaseRefusal` */
export function assertCloseable(found: Case, context: CloseContext): void {
  const refusal = closeCaseRefusal(found, context)
  if (refusal) throw new AppError('refused', refusal, { detail: { caseId: found.id } })
}
