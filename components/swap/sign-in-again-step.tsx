import { useTranslations } from 'next-intl'
import { FreshSignIn } from '@/components/sign-in/fresh-sign-in'
import { useMethodName } from '@/components/swap/method-name'
import type { StepProps } from '@/components/swap/step-props'
import { wrongFactorOf } from '@/components/swap/wrong-factor'
import { Notice } from '@/components/ui/notice'

/** One more sign-in, now that nothing of the old phone is left to give it. */
export function SignInAgainStep({ swap, shown, isSignInFailed }: StepProps) {
  const t = useTranslations('swap')
  const nameOf = useMethodName()
  const isWrong = wrongFactorOf(swap) !== null
  const tested = swap.secondWays.filter(({ isTested }) => isTested).map(nameOf)
  return (
    <div className="flex flex-col gap-4">
      {(isSignInFailed || isWrong) && (
        <Notice tone="wait" title={t('removedAndFailed')}>
          {isSignInFailed && tested.length > 0
            ? t('removedTestedWay', { names: tested.join(', ') })
            : t('removedDeskWay')}
        </Notice>
      )}
      <FreshSignIn app="portal" returnTo="/my" fields={shown}>
        {t('signInAgainButton')}
      </FreshSignIn>
    </div>
  )
}
