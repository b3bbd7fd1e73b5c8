import { Ban, CircleCheck, CircleX, ListChecks, type LucideIcon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/tone'
import { type ImportState, importStates } from '@/lib/domain/import'

const looks: Record<ImportState, { tone: Tone; icon: LucideIcon }> = {
  refused: { tone: 'stop', icon: CircleX },
  checked: { tone: 'wait', icon: ListChecks },
  confirmed: { tone: 'safe', icon: CircleCheck },
  discarded: { tone: 'plain', icon: Ban },
}

/** What became of a file. */
export function ImportStateBadge({ state }: { state: string }) {
  const t = useTranslations('import')
  const known = importStates.find((candidate) => candidate === state)
  if (!known) return <Badge>{state}</Badge>
  return <Badge {...looks[known]}>{t(`state.${known}`)}</Badge>
}
