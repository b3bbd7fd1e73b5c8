import {
  CalendarCheck,
  CircleCheck,
  CircleDashed,
  Footprints,
  type LucideIcon,
  Mail,
  PackageCheck,
  ShieldCheck,
  Smartphone,
  SmartphoneNfc,
  SquareX,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/tone'
import { type SwapState, swapStates } from '@/lib/domain/swap'

const looks: Record<SwapState, { tone: Tone; icon: LucideIcon }> = {
  not_invited: { tone: 'plain', icon: CircleDashed },
  invited: { tone: 'plain', icon: Mail },
  booked: { tone: 'plain', icon: CalendarCheck },
  preparing: { tone: 'note', icon: Footprints },
  registered: { tone: 'note', icon: Smartphone },
  proved: { tone: 'note', icon: ShieldCheck },
  removed: { tone: 'note', icon: SmartphoneNfc },
  safe_to_wipe: { tone: 'safe', icon: CircleCheck },
  returned: { tone: 'safe', icon: PackageCheck },
  closed: { tone: 'plain', icon: SquareX },
}

/** Where somebody's move stands, in the words used everywhere. */
export function SwapBadge({ state }: { state: string }) {
  const label = useSwapWord()(state)
  const known = swapStates.find((candidate) => candidate === state)
  return <Badge {...(known ? looks[known] : {})}>{label}</Badge>
}

/** Gives the word for a state. */
export function useSwapWord() {
  const t = useTranslations('wave')
  return (state: string) => {
    const known = swapStates.find((candidate) => candidate === state)
    return known ? t(`swap.${known}`) : state
  }
}
