import { useTranslations } from 'next-intl'
import { FreshSignIn } from '@/components/sign-in/fresh-sign-in'
import type { StepProps } from '@/components/swap/step-props'
import { Notice } from '@/components/ui/notice'

/** One more sign-in, now that nothing of the old phone is left to give it. */
export function SignInAgainStep({ swap }: StepProps) {
  const t = useTranslations('swap')
  const alone = swap.levels.find(({ level }) => level === 'alone')
  const isWrong = alone?.reason?.startsWith('wrong_factor')
  return (
    <div className="flex flex-col gap-4">
      {isWrong && alone?.reason && (
        <Notice tone="stop" announce title={t(`reason_${alone.reason}`)}>
          {t('wrongFactorHint')}
        </Notice>
      )}
      <FreshSignIn app="portal" returnTo="/my">
        {t('signInAgainButton')}
      </FreshSignIn>
    </div>
  )
}
