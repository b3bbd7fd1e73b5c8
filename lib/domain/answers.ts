import type { Said } from './step'

/** What a person says of their phones before anything else; the steps and texts follow from it. */
export const answerNames = [
  'hasOldPhone',
  'oldPlatform',
  'newPlatform',
  'number',
  'screen',
  'backupModel',
] as const
export type AnswerName = (typeof answerNames)[number]

export type Answers = Pick<Said, AnswerName>

/**
 * Why the first answers cannot be changed, or null when they can: at any time until it was said what became of the
 * old phone. Evidence and baseline are no answers and stay: a wrong answer leads to other steps, never to fewer proofs.
 */
export function changeAnswersRefusal({
  hasOldPhone,
  isReturnMade,
}: {
  hasOldPhone: boolean | null
  isReturnMade: boolean
}) {
  if (hasOldPhone === null) return 'answers_not_given'
  return isReturnMade ? 'answers_after_return' : null
}

/** Which answers differ, in the order in which they are asked. */
export function listChangedAnswers(before: Answers, after: Answers): AnswerName[] {
  return answerNames.filter((name) => (before[name] ?? null) !== (after[name] ?? null))
}

/** The answers as they are kept: no backup goes from one platform to the other. */
export function settleAnswers<Given extends Answers>(given: Given): Given {
  const crosses = given.oldPlatform !== given.newPlatform
  return { ...given, backupModel: crosses || !given.backupModel ? null : given.backupModel }
}
