import { type Step, steps } from './step'

/** At most so many characters in each language: a note beside a step, not a guide of its own. */
export const noteLengthMax = 600

/** The steps that somebody is guided through, in order. */
export const guideSteps: readonly Exclude<Step, 'safe'>[] = steps.filter((step) => step !== 'safe')
