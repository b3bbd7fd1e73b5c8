import { useTranslations } from 'next-intl'
import { useMethodName } from '@/components/swap/method-name'
import { Notice } from '@/components/ui/notice'
import type { Level } from '@/lib/domain/gate'
import type { MySwapView } from '@/lib/queries/my-swap'

/** What was used in place of the new phone, and what to do instead. */
export function WrongFactor({ swap, level }: { swap: MySwapView; level: Level }) {
  const t = useTranslations('swap')
  const nameOf = useMethodName()
  const reason = swap.levels.find((one) => one.level === level)?.reason
  if (!reason?.startsWith('wrong_factor')) return null
  const named = reason === 'wrong_factor_another_device' ? swap.wrongDevice : null
  return (
    <Notice tone="stop" announce title={t(`reason_${reason}`)}>
      {named && <p>{t('answeredBy', { name: nameOf(named) })}</p>}
      <p>{t(reason === 'wrong_factor_perhaps_key' ? 'perhapsKeyHint' : 'wrongFactorHint')}</p>
    </Notice>
  )
}
