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
  'new_phone_fails',
  'other',
] as const

export type CaseReason = (typeof caseReasons)[number]

/** Nobody has it yet; an agent works on it; it is over. */
export const caseStates = ['waiting', 'taken', 'closed'] as const
export type CaseState = (typeof caseStates)[number]

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

/** The number in what somebody typed (`c-42`, `C-0042`), or null where it is none. */
export function caseNumberIn(text: string): number | null {
  const [, digits] = /^\s*c-?\s?0*(\d{1,9})\s*$/i.exec(text) ?? []
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
