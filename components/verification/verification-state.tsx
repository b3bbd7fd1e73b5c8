import { BadgeCheck, CircleDashed, OctagonX, ScanFace, TimerOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { useTime } from '@/lib/i18n/use-time'
import type { VerificationView } from '@/lib/queries/verifications'

const look = {
  gathering: { tone: 'stop', icon: ScanFace },
  verified: { tone: 'safe', icon: BadgeCheck },
  expired: { tone: 'wait', icon: TimerOff },
  failed: { tone: 'stop', icon: OctagonX },
  refused: { tone: 'stop', icon: OctagonX },
} as const

/** Whether the caller is who they say, in words, drawing and colour. */
export function VerificationBadge({ verification }: { verification: VerificationView | null }) {
  const t = useTranslations('verification')
  const { time } = useTime()
  if (!verification)
    return (
      <Badge tone="stop" icon={CircleDashed}>
        {t('state_none')}
      </Badge>
    )
  const { state, expiresAt } = verification
  return <Badge {...look[state]}>{t(`state_${state}`, { at: time(expiresAt, 'time') })}</Badge>
}
