import type { CaseReason } from '@/lib/domain/case'
import type { TopicCode } from '@/lib/domain/topic'
import type { Language } from '@/lib/i18n/language'

/** Where the button of a topic leads: to the person's own move, to what is registered, to Microsoft's page, or to the brake. */
export type TopicButton = 'move' | 'devices' | 'security_info' | 'not_me'

/**
 * One thing the help knows: what the phone shows, why, and what to do about it. As with guides, a text that
 * was shown is never changed: a new one is a new edition, and the old one gets `validTo`.
 */
export type Topic = {
  code: TopicCode
  /** With the code, which text somebody had before them: `2026-11`. */
  edition: string
  validFrom: string
  validTo: string | null
  /** What the screen says, or how people put it. Searched, in both languages at once. */
  shown: Record<Language, readonly string[]>
  /** Why it is so. */
  cause: Record<Language, string>
  /** What to do, in order. Empty where there is nothing to do. */
  steps: Record<Language, readonly string[]>
  /** Who says so: Microsoft's own page, people who met it and wrote it down, or this portal about itself. */
  source: { by: 'microsoft' | 'users'; url: string } | { by: 'portal' }
  reviewedOn: string
  button: TopicButton | null
  /** What kind of case it becomes when nothing of it helps. */
  problem: CaseReason
}

/** What all topics of this edition have in common. */
export const november = {
  edition: '2026-11',
  validFrom: '2026-11-01',
  validTo: null,
  reviewedOn: '2026-11-28',
} as const
