import { Ban, KeyRound, LogOut, Plane, Siren } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { CallOut } from '@/lib/domain/membership'

/** What sets somebody apart from a plain member of the organisation. */
export function PersonMarks({ isGuest, isEnabled, hasLeft, callOut }: Props) {
  const t = useTranslations('people')
  return (
    <>
      {isGuest && <Badge icon={Plane}>{t('guest')}</Badge>}
      {!isEnabled && <Badge icon={Ban}>{t('disabled')}</Badge>}
      {hasLeft && <Badge icon={LogOut}>{t('left')}</Badge>}
      {callOut === 'person_privileged' && (
        <Badge tone="wait" icon={KeyRound}>
          {t('privileged')}
        </Badge>
      )}
      {callOut === 'person_break_glass' && (
        <Badge tone="stop" icon={Siren}>
          {t('emergency')}
        </Badge>
      )}
    </>
  )
}

type Props = { isGuest: boolean; isEnabled: boolean; hasLeft: boolean; callOut: CallOut | null }
