import {
  CircleCheck,
  CircleDot,
  Hourglass,
  type LucideIcon,
  RotateCcwKey,
  ScanFace,
  UserCheck,
} from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/tone'
import type { CaseStage } from '@/lib/domain/case'

const look: Record<CaseStage, { tone: Tone; icon: LucideIcon }> = {
  waiting: { tone: 'wait', icon: Hourglass },
  taken: { tone: 'note', icon: CircleDot },
  verifying: { tone: 'note', icon: ScanFace },
  verified: { tone: 'safe', icon: UserCheck },
  resetting: { tone: 'note', icon: RotateCcwKey },
  closed: { tone: 'plain', icon: CircleCheck },
}

/** Where a case has got to. */
export function CaseStageBadge({ stage }: { stage: CaseStage }) {
  const t = useTranslations('case')
  return <Badge {...look[stage]}>{t(`stage_${stage}`)}</Badge>
}
