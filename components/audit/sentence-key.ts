import type { AuditType } from '@/lib/domain/audit-types'
import type { Messages } from '@/lib/i18n/messages'

/** `wave.published` → `wave_published`: a dot in a key would mean a level. */
type SentenceKey<Type extends string> = Type extends `${infer Noun}.${infer Verb}`
  ? `${Noun}_${SentenceKey<Verb>}`
  : Type

/** The key of an event type's sentence. A type without a sentence does not compile here. */
export function sentenceKey(type: AuditType): keyof Messages['audit']['types'] {
  return type.replaceAll('.', '_') as SentenceKey<AuditType> // the same replacement, on values
}
