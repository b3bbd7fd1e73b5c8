import { PenLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { How } from '@/components/truth/how'
import { Known } from '@/components/truth/known'
import { Badge } from '@/components/ui/badge'
import type { Known as KnownHow } from '@/lib/domain/known'

/** How an event's fact is known, in the grammar of truth. What was done here is no claim about the world. */
export function KnownMark({ known, at, requestId }: Props) {
  const t = useTranslations('audit')
  const word = t(`knownHow.${known}`)
  if (known === 'done') return <Badge icon={PenLine}>{word}</Badge>
  return (
    <Known
      how={drawnAs[known]}
      at={at}
      evidence={{ source: t(`knownAbout.${known}`), requestId }}
      {...(known === 'weaker' && { weaker: t('weakerWhy') })}
    >
      {word}
    </Known>
  )
}

const drawnAs: Record<Exclude<KnownHow, 'done'>, How> = {
  attested: 'attested',
  declared: 'attested',
  seen: 'seen',
  proved: 'proved',
  weaker: 'proved',
}

type Props = {
  known: KnownHow
  /** ISO instant. */
  at?: string
  requestId?: string | null
}
