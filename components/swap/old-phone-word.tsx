import { useTranslations } from 'next-intl'
import { NewPhoneAnswersForm } from '@/components/swap/new-phone-answers-form'
import { OldPhoneOffForm } from '@/components/swap/old-phone-off-form'
import type { StepProps } from '@/components/swap/step-props'
import { Details } from '@/components/ui/details'
import { Time } from '@/components/ui/time'

/** What a sign-in needs to hear of the old phone before it counts, or what was said of it already. */
export function OldPhoneWord({ swap, shown, actions }: Pick<StepProps, 'swap' | 'shown' | 'actions'>) {
  const t = useTranslations('swap')
  const { standing, offAt } = swap.oldPhone
  const isReadOnOldPhone = swap.said.screen === 'old_phone'
  if (standing === 'new_by_word') return <p>{t('newAnswersSaid')}</p>
  if (standing === 'away') {
    if (!offAt || swap.said.hasOldPhone === false) return null
    return <p>{t.rich('oldPhoneSaidOff', { at: () => <Time at={offAt} /> })}</p>
  }
  return (
    <>
      <p>{t(isReadOnOldPhone ? 'offElsewhere' : 'offFirst')}</p>
      <OldPhoneOffForm shown={shown} attestOldPhoneOff={actions.attestOldPhoneOff} />
      <Details summary={t('cannotSwitchOff')} open={isReadOnOldPhone}>
        <NewPhoneAnswersForm shown={shown} attestNewPhoneAnswers={actions.attestNewPhoneAnswers} />
      </Details>
    </>
  )
}
