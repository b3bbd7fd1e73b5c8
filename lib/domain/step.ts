import type { Evidence } from './evidence'
import type { Gate, Level } from './gate'
import { isReached } from './swap'

/** The steps of a move, in the order a person takes them. */
export const steps = [
  'devices',
  'baseline',
  'second_way',
  'restore',
  'enrol',
  'register',
  'prove',
  'remove',
  'sign_in_again',
  'others',
  'safe',
] as const

export type Step = (typeof steps)[number]

/** What a person has said about the move besides what the gate looks at. */
export type Said = {
  oldPlatform: string | null
  newPlatform: string | null
  number: string | null
  hasOldPhone: boolean | null
  backupModel: string | null
  /** Where the page is read: `computer`, `old_phone`, `new_phone`; absent or null until they say. */
  screen?: string | null
  /** Whether this organisation wants the new phone under management before the work account comes. */
  needsEnrolment?: boolean
  /** Steps of the guide that only the person can see, ticked. */
  doneSteps: readonly string[]
}

/**
 * The steps of one person's move: without the old phone there is nothing to bring over, and only where the
 * organisation manages phones is there something to enrol.
 */
export function stepsFor({
  hasOldPhone,
  needsEnrolment,
}: Pick<Said, 'hasOldPhone' | 'needsEnrolment'>): Step[] {
  const isLeftOut: Partial<Record<Step, boolean>> = {
    restore: hasOldPhone === false,
    enrol: !needsEnrolment,
  }
  return steps.filter((step) => !isLeftOut[step])
}

/** The first step that is not done. With the old phone gone, what only it could do is left out. */
export function currentStep(said: Said, gate: Gate, evidence: Pick<Evidence, 'baselineAt'>): Step {
  return steps.find((step) => !isStepDone(step, said, gate, evidence)) ?? 'safe'
}

/** Whether a step is behind the person. */
export function isStepDone(
  step: Step,
  said: Said,
  gate: Gate,
  { baselineAt }: Pick<Evidence, 'baselineAt'>,
): boolean {
  const has = (level: Level) => isReached(gate, level)
  const isRegistered = has('registered')
  switch (step) {
    case 'devices':
      return [said.oldPlatform, said.newPlatform, said.number, said.hasOldPhone].every(
        (answer) => answer !== null,
      )
    case 'baseline':
      return baselineAt !== null && has('baseline')
    case 'second_way':
      return has('prepared') || has('removed') || has('proved')
    case 'restore':
      return isRegistered || said.doneSteps.includes('restore') || said.hasOldPhone === false
    case 'enrol':
      return isRegistered || !said.needsEnrolment || said.doneSteps.includes('enrol')
    case 'register':
      return isRegistered
    case 'prove':
      return isRegistered && (has('proved') || has('removed'))
    case 'remove':
      return isRegistered && has('removed')
    case 'sign_in_again':
      return has('alone')
    case 'others':
      return has('others')
    case 'safe':
      return gate.isSafe
  }
}

/** The stones on the path: what a person sees of the gate. */
export const stones = ['prepared', 'registered', 'proved', 'removed', 'alone', 'safe'] as const
export type Stone = (typeof stones)[number]

/** Which stone a step leads to. */
export const stoneOf: Record<Step, Stone> = {
  devices: 'prepared',
  baseline: 'prepared',
  second_way: 'prepared',
  restore: 'registered',
  enrol: 'registered',
  register: 'registered',
  prove: 'proved',
  remove: 'removed',
  sign_in_again: 'alone',
  others: 'safe',
  safe: 'safe',
}

/** About how long each step takes, in minutes; estimates until they are measured. */
export const stepMinutes: Record<Step, number> = {
  devices: 1,
  baseline: 1,
  second_way: 2,
  restore: 3,
  enrol: 8,
  register: 4,
  prove: 1,
  remove: 1,
  sign_in_again: 1,
  others: 3,
  safe: 0,
}
