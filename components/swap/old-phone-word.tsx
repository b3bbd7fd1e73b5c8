import { useTranslations } from 'next-intl'
import type { StepProps } from '@/components/swap/step-props'
import { WordForm } from '@/components/swap/word-form'
import { Known } from '@/components/truth/known'
import { Details } from '@/components/ui/details'

/** What a sign-in needs to hear of the old phone before it counts, or what was said of it already. */
export function OldPhoneWord({ swap, shown, actions }: Pick<StepProps, 'swap' | 'shown' | 'actions'>) {
  const t = useTranslations('swap')
  const { standing, offAt } = swap.oldPhone
  const isReadOnOldPhone = swap.said.screen === 'old_phone'
  if (standing === 'new_by_word') return <p>{t('newAnswersSaid')}</p>
  if (standing === 'away') {
    if (!offAt || swap.said.hasOldPhone === false) return null
    return <p>{t.rich('oldPhoneSaidOff', { at: () => <Known how="attested" by="you" at={offAt} /> })}</p>
  }
  return (
    <>
      <p>{t(isReadOnOldPhone ? 'offElsewhere' : 'offFirst')}</p>
      <WordForm word="oldPhoneOff" shown={shown} action={actions.attestOldPhoneOff} />
      <Details summary={t('cannotSwitchOff')} open={isReadOnOldPhone}>
        <WordForm word="newAnswers" shown={shown} action={actions.attestNewPhoneAnswers} />
      </Details>
    </>
  )
}
