import { Ban, CircleCheck, CirclePlay, type LucideIcon, PencilLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/tone'
import { type WaveState, waveStates } from '@/lib/domain/wave'

const looks: Record<WaveState, { tone: Tone; icon: LucideIcon }> = {
  draft: { tone: 'plain', icon: PencilLine },
  running: { tone: 'note', icon: CirclePlay },
  completed: { tone: 'safe', icon: CircleCheck },
  cancelled: { tone: 'plain', icon: Ban },
}

/** Where a wave stands. */
export function WaveStateBadge({ state }: { state: string }) {
  const t = useTranslations('wave')
  const known = waveStates.find((candidate) => candidate === state)
  if (!known) return <Badge>{state}</Badge>
  return <Badge {...looks[known]}>{t(`state.${known}`)}</Badge>
}
