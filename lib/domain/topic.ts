/** What a phone can show that stops somebody. */
export const errorTopics = [
  'ERR-BACKUP-EXISTS',
  'ERR-RESTORE-BLOCKED',
  'ERR-CODE-REFUSED',
  'ERR-BACKUP-LOOP',
  'ERR-SELF-LOOP',
  'ERR-WORK-NAME-ONLY',
  'ERR-LIMIT-5',
  'ERR-TAP-USED',
  'ERR-NO-BACKUP',
  'ERR-CODES-DIFFER',
  'ERR-SIGN-IN-LOOP',
  'ERR-NO-REQUEST',
  'ERR-JAILBREAK',
  'ERR-ENROLMENT',
  'ERR-SOMETHING-ELSE',
] as const

/** What can happen to a phone. */
export const situationTopics = ['PHONE-LOST', 'PHONE-STOLEN', 'PHONE-BROKEN', 'APP-DELETED'] as const

/** What people ask. */
export const answerTopics = [
  'FAQ-CLONE',
  'FAQ-MATCH',
  'FAQ-EVERYTHING',
  'FAQ-PRIMARY',
  'WHY-WARNING',
  'HOW-BACKUP',
  'SECOND-DEVICE',
  'STRATEGY',
  'OTHER-APPS',
  'NOT-POSSIBLE',
] as const

export const topicCodes = [...errorTopics, ...situationTopics, ...answerTopics] as const

/** What the help knows about. A code that was kept never changes its meaning. */
export type TopicCode = (typeof topicCodes)[number]
export type SituationCode = (typeof situationTopics)[number]

/** The topic of a code, or null where there is none. */
export function topicIn(text: unknown): TopicCode | null {
  return topicCodes.find((code) => code === text) ?? null
}

/** Whether a topic is something that happened to the phone. */
export function isSituation(code: TopicCode): code is SituationCode {
  return situationTopics.some((situation) => situation === code)
}

/** How a search that found nothing is counted. */
export const nothingFound = 'NOTHING'
