import { useTranslations } from 'next-intl'
import type { How } from '@/components/truth/how'
import { useTime } from '@/lib/i18n/use-time'

/** The word beside the drawing. */
export function useKnownWord({ how, at, by, was = 'attested', reason, weaker }: KnownWordProps): string {
  const t = useTranslations('truth')
  const { brief, daysSince } = useTime()
  const when = at ? brief(at) : 'never'

  switch (how) {
    case 'unknown':
      return t('unknown')
    case 'contradicted':
      return t('contradicted', { reason: reason ?? 'none' })
    case 'old':
      return at ? t(`${was}DaysAgo`, { days: daysSince(at) }) : t(`${was}LongAgo`)
    case 'attested':
      return t('attested', { by: typeof by === 'object' ? 'name' : (by ?? 'nobody'), name: nameOf(by), when })
    default:
      return weaker ? t('weaker', { when, reason: weaker }) : t(how, { when })
  }
}

export type KnownWordProps = {
  how: How
  /** When it was said, seen, proved or sealed: ISO instant. */
  at?: string | null | undefined
  /** Who said so: the reader, or somebody by name. */
  by?: 'you' | { name: string } | undefined
  /** What it was before it grew old. */
  was?: 'attested' | 'seen' | undefined
  /** What speaks against it. */
  reason?: string | undefined
  /** Why a proof is not the strongest. */
  weaker?: string | undefined
}

function nameOf(by: KnownWordProps['by']): string {
  return typeof by === 'object' ? by.name : ''
}
