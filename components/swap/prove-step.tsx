import { useTranslations } from 'next-intl'
import { FreshSignIn } from '@/components/sign-in/fresh-sign-in'
import { LookState } from '@/components/swap/look-state'
import { SeenPhone } from '@/components/swap/seen-phone'
import type { StepProps } from '@/components/swap/step-props'
import { WordForm } from '@/components/swap/word-form'

/**
 * A fresh sign-in that only the new phone can answer. Microsoft is watched meanwhile: the registration may vanish
 * again, and what was used instead may be named.
 */
export function ProveStep({ swap, shown, actions }: StepProps) {
  const t = useTranslations('swap')
  const isReadOnOldPhone = swap.said.screen === 'old_phone' && swap.said.hasOldPhone !== false
  return (
    <div className="flex flex-col gap-4">
      <SeenPhone swap={swap} shown={shown} nameLater={actions.nameLater} />
      {swap.oldPhone.standing === 'away' || isReadOnOldPhone ? (
        <FreshSignIn app="self" returnTo="/my" fields={shown}>
          {t('proveButton')}
        </FreshSignIn>
      ) : (
        <>
          <WordForm word="oldPhoneOff" shown={shown} action={actions.attestOldPhoneOff} />
          <FreshSignIn app="self" returnTo="/my" variant="quiet" fields={shown}>
            {t('proveAnyway')}
          </FreshSignIn>
        </>
      )}
      <LookState look={swap.look} lookAgain={actions.lookAgain} />
    </div>
  )
}
