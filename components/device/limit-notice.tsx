import { useTranslations } from 'next-intl'
import { useMethodName } from '@/components/desk/method-name'
import { Notice } from '@/components/ui/notice'
import { authenticatorsMax } from '@/lib/domain/method-limit'
import type { LimitView } from '@/lib/queries/my-devices'

/** How near one is to Microsoft's five, said before it bites. Nothing while there is room for more than one. */
export function LimitNotice({ limit }: { limit: LimitView }) {
  const t = useTranslations('devices')
  const nameOf = useMethodName()
  const { authenticators, isFull, spare } = limit
  if (isFull)
    return (
      <Notice tone="wait" title={t('limitFull')}>
        <p>{t('limitFullHint')}</p>
        {spare && <p>{t('limitSpare', { name: nameOf(spare) })}</p>}
      </Notice>
    )
  if (authenticators < authenticatorsMax - 1) return null
  return (
    <Notice tone="note" title={t('limitNear')}>
      {t('limitNearHint', { count: authenticators })}
    </Notice>
  )
}
