import { type TopicCode, topicCodes } from '@/lib/domain/topic'
import { fitOf, type Phrase, phraseOf } from '@/lib/domain/word-match'
import type { Language } from '@/lib/i18n/language'
import type { Topic } from './topic'
import { answers } from './topics-answers'
import { backupErrors } from './topics-backup'
import { codeErrors } from './topics-codes'
import { refusedPhones } from './topics-refused'
import { signInErrors } from './topics-sign-in'
import { situations } from './topics-situations'

/** Every topic of every edition, newest first among those of one code. */
export const topics: readonly Topic[] = [
  ...backupErrors,
  ...codeErrors,
  ...signInErrors,
  ...refusedPhones,
  ...situations,
  ...answers,
]

/** The topic of a code that is valid on `day` (`2026-11-28`). @throws {Error} the catalogue has a hole */
export function getTopic(code: TopicCode, day: string): Topic {
  const found = topics.find((topic) => topic.code === code && isValid(topic, day))
  if (!found) throw new Error(`the help must have ${code} on ${day}`)
  return found
}

/** Found: what fits, best first, five at most. Otherwise the three that come closest, with nothing promised. */
export type Search = { found: TopicCode[]; closest: TopicCode[] }

/**
 * What of the help fits the words somebody typed, whatever language they read in: their phone may speak the
 * other one.
 */
export function findTopics(typed: string, day: string): Search {
  const asked = phraseOf(typed)
  const ranked = indexed
    .filter(({ topic }) => isValid(topic, day))
    .map(({ topic, phrases }) => ({
      code: topic.code,
      fit: Math.max(...phrases.map((phrase) => fitOf(asked, phrase, weightOf))),
    }))
    .sort((a, b) => b.fit - a.fit)
  const best = ranked[0]?.fit ?? 0
  const found = ranked.filter(({ fit }) => fit >= enough && fit >= best * besideBest).slice(0, 5)
  return {
    found: found.map(({ code }) => code),
    closest: found.length > 0 ? [] : ranked.slice(0, 3).map(({ code }) => code),
  }
}

/** From here on it is an answer, rather than a guess; and what is much worse than the best is left out. */
const enough = 0.5
const besideBest = 0.75

function isValid({ validFrom, validTo }: Topic, day: string): boolean {
  return validFrom <= day && (validTo === null || day < validTo)
}

const indexed = topics.map((topic) => ({
  topic,
  phrases: (['en', 'it'] satisfies Language[]).flatMap((language) => topic.shown[language].map(phraseOf)),
}))

const heldBy = countTopics(indexed)

/** A word tells the more, the fewer topics have it; one that none has, as much as the rarest. */
function weightOf(word: string): number {
  return Math.log(1 + topicCodes.length / (heldBy.get(word) ?? 1))
}

function countTopics(all: readonly { phrases: readonly Phrase[] }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { phrases } of all) {
    for (const word of new Set(phrases.flatMap(({ words }) => words)))
      counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  return counts
}
