import { useTranslations } from 'next-intl'
import { useDeviceName } from '@/components/device/device-name'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { primaryMoveSteps } from '@/lib/domain/primary-move'
import type { PrimaryMoveView } from '@/lib/queries/my-devices'

/** A change of the backup's device was left in the middle: where it stands, and the way back in. */
export function MovingNotice({ move: { from, to, step } }: { move: PrimaryMoveView }) {
  const t = useTranslations('primary')
  const nameOf = useDeviceName()
  return (
    <Notice tone="wait" title={t('openTitle')}>
      <div className="flex flex-col gap-3">
        <p>
          {t('openHint', {
            from: nameOf(from),
            to: nameOf(to),
            step: primaryMoveSteps.indexOf(step) + 1,
          })}
        </p>
        <LinkButton href="/my/devices/primary" variant="primary" wide>
          {t('goOn')}
        </LinkButton>
      </div>
    </Notice>
  )
}
