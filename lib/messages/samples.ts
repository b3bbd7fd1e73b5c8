import { type MessageKind, messageKinds, securityEvents } from '@/lib/domain/message'
import type { Language } from '@/lib/i18n/language'
import type { MessageFacts } from '@/lib/queries/message-facts'
import { renderMessage } from './render'

/** A message as some person gets it, to be looked at. */
export type Sample = { key: string; kind: MessageKind; subject: string; text: string }

/** One sample of every message in a language, of a person, a place and times made up. */
export function sampleMessages(language: Language, { portalUrl, now }: { portalUrl: string; now: string }) {
  return messageKinds.flatMap((kind): Sample[] =>
    (kind === 'security_notice' ? securityEvents : [null]).map((what) => {
      const facts = sampleFacts(what, now)
      const asked = { kind, facts, preferredLanguage: language, code: '0000000000', portalUrl, sender: '' }
      const { subject, text } = renderMessage(asked)
      return { key: what ?? kind, kind, subject, text }
    }),
  )
}

function sampleFacts(what: string | null, now: string): MessageFacts {
  const later = new Date(Date.parse(now) + 7 * 24 * 3_600_000).toISOString()
  return {
    params: what ? { what } : {},
    queuedAt: now,
    name: 'Elio',
    fullName: 'Elio Esposito',
    window: { site: 'Milan', isAtHome: false, startsAt: later, endsAt: later, timeZone: 'Europe/Rome' },
    planner: { name: 'Paola Planner', address: 'paola@example.com' },
    levels: [
      { level: 'registered', known: 'seen', at: now },
      { level: 'proved', known: 'proved', at: now },
      { level: 'removed', known: 'seen', at: now },
      { level: 'alone', known: 'proved', at: now },
      { level: 'others', known: 'attested', at: now },
    ],
    safeAt: now,
    reset: what === 'methods_reset' ? { removedCount: 2, hasEndedSessions: true, at: now } : null,
    case: { number: 42, isFrozen: true },
    // Samples show the words; the file that goes with them is no part of these.
    calendar: null,
  }
}
