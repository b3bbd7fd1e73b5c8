import { useTranslations } from 'next-intl'
import { FreshSignIn } from '@/components/sign-in/fresh-sign-in'
import { useMethodName } from '@/components/swap/method-name'
import { NameLaterForm } from '@/components/swap/name-later-form'
import { OldPhoneWord } from '@/components/swap/old-phone-word'
import type { StepProps } from '@/components/swap/step-props'
import { wrongFactorOf } from '@/components/swap/wrong-factor'
import { Details } from '@/components/ui/details'
import { Notice } from '@/components/ui/notice'

/** One more sign-in, now that nothing of the old phone is left to give it: as far as anybody knows, so it must be off. */
export function SignInAgainStep(props: StepProps) {
  const { swap, shown, isSignInFailed } = props
  const t = useTranslations('swap')
  const nameOf = useMethodName()
  const isWrong = wrongFactorOf(swap) !== null
  const tested = swap.secondWays.filter(({ isTested }) => isTested).map(nameOf)
  const isUncounted = swap.levels.some(({ reason }) => reason === 'old_phone_not_off')
  return (
    <div className="flex flex-col gap-4">
      {isUncounted && (
        <Notice tone="wait" announce title={t('notOffYet')}>
          {t('notOffYetHint')}
        </Notice>
      )}
      {(isSignInFailed || isWrong) && (
        <Notice tone="wait" title={t('removedAndFailed')}>
          {isSignInFailed && tested.length > 0
            ? t('removedTestedWay', { names: tested.join(', ') })
            : t('removedDeskWay')}
        </Notice>
      )}
      <OldPhoneWord {...props} />
      {swap.oldPhone.standing !== 'asked' && (
        <FreshSignIn app="portal" returnTo="/my" fields={shown}>
          {t('signInAgainButton')}
        </FreshSignIn>
      )}
      {swap.said.hasOldPhone !== false && <WrongPhone {...props} />}
    </div>
  )
}

/** The request comes to the old phone: what was registered there by mistake is named, and the move goes back a step. */
function WrongPhone({ swap, shown, actions }: StepProps) {
  const t = useTranslations('swap')
  const nameOf = useMethodName()
  return swap.appeared.map((phone) => (
    <Details key={phone.id} summary={t('asksOldPhone')}>
      <div className="flex flex-col gap-3">
        <p>{t('asksOldPhoneHint', { name: nameOf(phone) })}</p>
        <NameLaterForm methodId={phone.id} shown={shown} nameLater={actions.nameLater} />
      </div>
    </Details>
  ))
}
