import type { Gate } from './gate'

/** What the old phone needs before it leaves the person's hands, in this order. */
export const returnSteps = ['find_off', 'account_out', 'erased'] as const
export type ReturnStep = (typeof returnSteps)[number]

/** Handed in to the organisation, or a private phone that stays with its owner. */
export const returnWays = ['handed_in', 'kept'] as const
export type ReturnWay = (typeof returnWays)[number]

export type Return = { way: string; receivedAt: Date | null }

/** Everything these rules look at. Nothing in it is a verdict. */
export type ReturnFacts = {
  gate: Pick<Gate, 'isSafe' | 'remainingIds'>
  /** False: lost, stolen or broken, so there is nothing to hand in. */
  hasOldPhone: boolean | null
  doneSteps: readonly string[]
  /** Null until the person signed, or said that they keep it. */
  made: Return | null
  /** When Microsoft was last read for this person. */
  readAt: Date | null
  /** Since when the gate has said safe; null while it does not. */
  safeAt: Date | null
  now: Date
}

/** A reading older than this says too little about what is live now. */
const readMinutes = 60

/** Whether Microsoft has to be read again before the phone can be signed for. */
export function isReadOld({ readAt, now }: Pick<ReturnFacts, 'readAt' | 'now'>): boolean {
  return readAt === null || now.getTime() - readAt.getTime() > readMinutes * 60_000
}

/** Whether a registration that the person gave to the old phone is there although the phone counts as gone. */
export function isContradicted({ made, gate }: Pick<ReturnFacts, 'made' | 'gate'>): boolean {
  return made !== null && gate.remainingIds.length > 0
}

/** What stands against everything a person can say about their old phone's end, or null. */
function sayRefusal({ gate, hasOldPhone, made }: ReturnFacts) {
  if (made) return 'return_made'
  if (hasOldPhone === false) return 'return_no_phone'
  if (gate.remainingIds.length > 0) return 'return_old_alive'
  return gate.isSafe ? null : 'return_not_safe'
}

/** Why the step cannot be said to be done now, or null when it can. Whoever keeps the phone only erases it. */
export function returnStepRefusal(step: ReturnStep, facts: ReturnFacts) {
  const refusal = sayRefusal(facts)
  if (refusal) return refusal
  const before = returnSteps.slice(0, returnSteps.indexOf(step))
  return before.every((one) => facts.doneSteps.includes(one)) ? null : 'return_step_order'
}

/**
 * Why a step cannot be taken back, or null when it can: who ticked too early says so, even after signing, until
 * somebody else holds the phone.
 */
export function undoStepRefusal(
  step: ReturnStep,
  { doneSteps, made }: Pick<ReturnFacts, 'doneSteps' | 'made'>,
) {
  if (made?.receivedAt) return 'return_received'
  return doneSteps.includes(step) ? null : 'return_step_not_done'
}

/** What the old phone is again once a step is taken back: erased, where that is still said, else as it was. */
export function stateAfterUndo(
  step: ReturnStep,
  { doneSteps }: Pick<ReturnFacts, 'doneSteps'>,
): 'wiped' | 'old' {
  return step !== 'erased' && doneSteps.includes('erased') ? 'wiped' : 'old'
}

/** Why the old phone cannot be signed for as handed in, or null when it can. */
export function signRefusal(facts: ReturnFacts) {
  const refusal = sayRefusal(facts)
  if (refusal) return refusal
  if (!returnSteps.every((step) => facts.doneSteps.includes(step))) return 'return_steps_missing'
  return isReadOld(facts) ? 'return_not_read' : null
}

/** Why the person cannot say that they keep the wiped phone, or null when they can. */
export function keepRefusal(facts: ReturnFacts) {
  return sayRefusal(facts) ?? (isReadOld(facts) ? 'return_not_read' : null)
}

/** Why nobody can confirm that they received the phone, or null when they can. */
export function receiveRefusal(facts: Pick<ReturnFacts, 'made' | 'gate'>) {
  if (facts.made?.way !== 'handed_in') return 'return_not_signed'
  if (facts.made.receivedAt) return 'return_received'
  return isContradicted(facts) ? 'return_old_alive' : null
}

/** Whether nothing more is to be done about the old phone. */
export function isReturnOver({ made, hasOldPhone }: Pick<ReturnFacts, 'made' | 'hasOldPhone'>): boolean {
  return made !== null || hasOldPhone === false
}

const dayMs = 24 * 3_600_000

/** From when somebody can say how the new phone did for a day; null while the old one is not safe to wipe. */
export function checkUpDueAt({ safeAt }: Pick<ReturnFacts, 'safeAt'>): Date | null {
  return safeAt && new Date(safeAt.getTime() + dayMs)
}

/** Whose move became safe before this is due for the check-up. */
export function checkUpDueBefore(now: Date): Date {
  return new Date(now.getTime() - dayMs)
}

/** Whoever has not answered for so long after it was due has most likely not seen it. */
const checkUpLateDays = 2

/** Whether the check-up has been due for so long that somebody else may ask. */
export function isCheckUpLate(facts: Pick<ReturnFacts, 'safeAt' | 'now'>): boolean {
  const dueAt = checkUpDueAt(facts)
  return dueAt !== null && facts.now.getTime() - dueAt.getTime() > checkUpLateDays * dayMs
}

/** Why the move cannot be closed by the person's own "all fine", or null when it can. */
export function fineRefusal(facts: ReturnFacts) {
  if (facts.gate.remainingIds.length > 0) return 'return_old_alive'
  const dueAt = checkUpDueAt(facts)
  if (!facts.gate.isSafe || !dueAt) return 'return_not_safe'
  if (!isReturnOver(facts)) return 'check_up_return_open'
  return facts.now < dueAt ? 'check_up_too_early' : null
}
