import { AppError } from '@/lib/errors'
import type { MessageCode } from '@/lib/i18n/messages'
import { type Clearance, clearanceRefusal, emptyMomentRefusal } from './reset'
import type { LockedRefusal } from './verification'

/** Not begun, or begun and certainly without effect; under way; nobody knows; certainly done. */
export const stepStates = ['ready', 'running', 'uncertain', 'done'] as const
export type StepState = (typeof stepStates)[number]

/** How long a step may be under way before nobody knows what became of it. Longer than any call we make. */
export const leaseSeconds = 90

export type Step = {
  id: string
  position: number
  kind: string
  entraMethodId: string | null
  state: string
  fence: number
  leaseUntil: Date | null
  retryAt: Date | null
}

export type StepContext = {
  /** Of the same reset, in any order. */
  steps: readonly Step[]
  isEnded: boolean
  /** `lockedRefusal` of the case's verification. */
  locked: LockedRefusal
  now: Date
}

/** Why a step cannot be run now, or null when it can. The page asks to explain a disabled button. */
export function stepRefusal(step: Step, { steps, isEnded, locked, now }: StepContext) {
  if (step.state === 'done') return 'step_done'
  if (isEnded) return 'reset_ended'
  if (step.state === 'running') return 'step_running'
  if (step.state === 'uncertain') return 'step_uncertain'
  if (nextStep(steps)?.id !== step.id) return 'step_not_next'
  if (step.retryAt && step.retryAt > now) return 'step_waits'
  return locked
}

/** The first step that is not done, null when all are. */
export function nextStep<Some extends Pick<Step, 'position' | 'state'>>(steps: readonly Some[]): Some | null {
  const open = steps.filter(({ state }) => state !== 'done')
  return open.toSorted((one, other) => one.position - other.position)[0] ?? null
}

/** Why the account may not be touched by this step, or null when it may. Asked with a clearance just given. */
export function touchRefusal(step: Step, clearance: Clearance | null, now: Date) {
  const notClear = clearanceRefusal(clearance, 'write', now)
  if (notClear || !clearance) return notClear
  return step.entraMethodId ? emptyMomentRefusal(clearance, [step.entraMethodId]) : null
}

/** The step, under way. @throws {AppError} refused — with the reason from `stepRefusal` or `touchRefusal` */
export function startStep<Some extends Step>(
  step: Some,
  context: StepContext & { clearance: Clearance | null },
): Some {
  const refusal = stepRefusal(step, context) ?? touchRefusal(step, context.clearance, context.now)
  if (refusal) throw new AppError('refused', refusal, { detail: { stepId: step.id } })
  const leaseUntil = new Date(context.now.getTime() + leaseSeconds * 1000)
  return { ...step, state: 'running', fence: step.fence + 1, leaseUntil, retryAt: null }
}

/** What became of an attempt. A refusal is certain; no answer is not. */
export type StepOutcome = {
  result: 'done' | 'refused' | 'uncertain'
  /** Why not; null once done. */
  code: MessageCode | null
  status: number | null
  graphRequestId: string | null
  /** When Microsoft allows another try. */
  retryAt: Date | null
}

const stateAfter: Record<StepOutcome['result'], StepState> = {
  done: 'done',
  refused: 'ready',
  uncertain: 'uncertain',
}

/**
 * The step after an attempt's outcome, or null when the outcome comes too late: from an older attempt, or when
 * somebody has already begun to find out what became of it.
 */
export function finishStep<Some extends Step>(
  step: Some,
  { fence, from, outcome, now }: Finishing,
): Some | null {
  if (step.state !== from || step.fence !== fence) return null
  return { ...step, state: stateAfter[outcome.result], leaseUntil: null, retryAt: retryAtOf(outcome, now) }
}

type Finishing = { fence: number; from: 'running' | 'uncertain'; outcome: StepOutcome; now: Date }

/** Where Microsoft asks to wait and does not say how long, it is this. */
const throttledSeconds = 10

function retryAtOf({ code, retryAt }: StepOutcome, now: Date): Date | null {
  if (code !== 'graph_throttled') return null
  return retryAt ?? new Date(now.getTime() + throttledSeconds * 1000)
}

/** Whether a step's time ran out: nobody knows any more what became of it. */
export function isLost({ state, leaseUntil }: Pick<Step, 'state' | 'leaseUntil'>, now: Date): boolean {
  return state === 'running' && leaseUntil !== null && leaseUntil <= now
}

/**
 * The order after Microsoft said that this registration is the default one: it goes behind the other removals
 * that are still to come. Null when it already is the last of them.
 */
export function postpone<Some extends Step>(steps: readonly Some[], stepId: string): Some[] | null {
  const inOrder = steps.toSorted((one, other) => one.position - other.position)
  const step = inOrder.find(({ id }) => id === stepId)
  const later = inOrder.filter(
    ({ kind, state, position }) =>
      kind === 'remove_method' && state !== 'done' && step && position > step.position,
  )
  const last = later.at(-1)
  if (!step || !last) return null
  const rest = inOrder.filter(({ id }) => id !== stepId)
  rest.splice(rest.indexOf(last) + 1, 0, step)
  return rest.map((each, index) => ({ ...each, position: index + 1 }))
}

/** Why a reset cannot be stopped now, or null when it can: only between two steps is it known where it stands. */
export function stopRefusal(steps: readonly Pick<Step, 'state'>[], { isEnded }: { isEnded: boolean }) {
  if (isEnded) return 'reset_ended'
  if (steps.some(({ state }) => state === 'running')) return 'step_running'
  return steps.some(({ state }) => state === 'uncertain') ? 'step_uncertain' : null
}
