import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/tone'
import type { Outcome } from '@/lib/domain/audit-leaf'

/** What came of it. The usual is said plainly, so that the rest stands out. */
export function OutcomeMark({ outcome }: { outcome: Outcome }) {
  const t = useTranslations('audit')
  const word = t(`outcomes.${outcome}`)
  return outcome === 'done' ? word : <Badge tone={toneOf[outcome]}>{word}</Badge>
}

const toneOf: Record<Exclude<Outcome, 'done'>, Tone> = {
  refused: 'stop',
  failed: 'stop',
  uncertain: 'wait',
  intended: 'note',
}
