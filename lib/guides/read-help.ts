import { nothingFound, type TopicCode, topicIn } from '@/lib/domain/topic'
import type { Language } from '@/lib/i18n/language'
import { findTopics, getTopic } from './find-topics'
import type { Topic } from './topic'

/** A topic in one language. */
export type TopicView = Pick<Topic, 'code' | 'edition' | 'source' | 'reviewedOn' | 'button' | 'problem'> & {
  shown: readonly string[]
  cause: string
  steps: readonly string[]
}

/** What somebody asked the help, and what it has for them. */
export type HelpView = {
  /** As they typed it; shown back to them and kept nowhere. */
  typed: string
  topics: TopicView[]
  /** The topics fit, or only come closest to what was typed. */
  isFound: boolean
  /** What a search is counted as; null where nothing was searched. */
  counted: TopicCode | typeof nothingFound | null
}

type Asked = { q?: unknown; topic?: unknown }

/** The answer to `?q=` or `?topic=`; empty for neither. */
export function readHelp({ q, topic }: Asked, language: Language, day: string): HelpView {
  const typed = typeof q === 'string' ? q.trim().slice(0, typedMax) : ''
  const view = (code: TopicCode) => topicView(getTopic(code, day), language)
  if (typed) {
    const { found, closest } = findTopics(typed, day)
    const isFound = found.length > 0
    return {
      typed,
      topics: (isFound ? found : closest).map(view),
      isFound,
      counted: found[0] ?? nothingFound,
    }
  }
  const chosen = topicIn(topic)
  return { typed, topics: chosen ? [view(chosen)] : [], isFound: true, counted: null }
}

/** Longer than any message of a screen. */
const typedMax = 300

function topicView(topic: Topic, language: Language): TopicView {
  const { code, edition, source, reviewedOn, button, problem } = topic
  return {
    ...{ code, edition, source, reviewedOn, button, problem },
    shown: topic.shown[language],
    cause: topic.cause[language],
    steps: topic.steps[language],
  }
}
