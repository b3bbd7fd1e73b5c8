import { isMessageKind, type MessageKind, securityEvents } from '@/lib/domain/message'
import type { Language } from '@/lib/i18n/language'
import { type Words, wordsFor } from './words'

type About = { kind: MessageKind; params: Record<string, string | number> }

/** A message's subject. It names nobody and nothing: the page where codes are checked shows it to anyone. */
export function subjectOf({ kind, params }: About, { t }: Words): string {
  if (kind !== 'security_notice') return t(`${kind}.subject`)
  const what = securityEvents.find((event) => event === params.what)
  return t(`security_notice.subject_${what ?? 'methods_reset'}`)
}

/** The same where only the row is at hand. Null for a kind of another edition. */
export function subjectIn(language: Language, row: { kind: string; params: About['params'] }): string | null {
  const { kind, params } = row
  return isMessageKind(kind) ? subjectOf({ kind, params }, wordsFor(language, 'UTC')) : null
}
