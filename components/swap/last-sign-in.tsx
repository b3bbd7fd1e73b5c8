import { useTranslations } from 'next-intl'
import { WrongFactor, wrongFactorOf } from '@/components/swap/wrong-factor'
import { Notice } from '@/components/ui/notice'
import type { MySwapView } from '@/lib/queries/my-swap'

/** What became of the sign-in that somebody comes back from, where it did not bring them on. */
export function LastSignIn({ swap, isFailed }: { swap: MySwapView; isFailed: boolean }) {
  const t = useTranslations('swap')
  if (isFailed) {
    return (
      <Notice tone="stop" announce title={t('signInFailed')}>
        {t('signInFailedHint')}
      </Notice>
    )
  }
  if (swap.frozenAt) return null
  const wrong = wrongFactorOf(swap)
  if (wrong) return <WrongFactor swap={swap} reason={wrong} />
  const isAskedAbout =
    swap.step === 'prove' && swap.levels.some(({ reason }) => reason === 'old_phone_asked_about')
  return (
    isAskedAbout && (
      <Notice tone="wait" announce title={t('reason_old_phone_asked_about')}>
        {t('oldPhoneAskedHint')}
      </Notice>
    )
  )
}
