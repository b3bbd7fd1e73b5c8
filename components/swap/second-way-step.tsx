import { useTranslations } from 'next-intl'
import { FreshSignIn } from '@/components/sign-in/fresh-sign-in'
import { useMethodName } from '@/components/swap/method-name'
import { SetUpWay } from '@/components/swap/set-up-way'
import type { StepProps } from '@/components/swap/step-props'
import { Notice } from '@/components/ui/notice'
import { PlainForm } from '@/components/ui/plain-form'
import { Watch } from '@/components/ui/watch'
import { isLasting } from '@/lib/domain/second-way-offer'

/** A way back in that is on neither phone, tried once; or the desk, agreed. */
export function SecondWayStep(props: StepProps) {
  const { swap, shown, actions } = props
  const t = useTranslations('swap')
  const nameOf = useMethodName()
  const { secondWays } = swap
  const best = secondWays.find(isLasting)
  const isUnsure = swap.levels.some(({ reason }) => reason === 'second_way_unsure')
  return (
    <div className="flex flex-col gap-5">
      {isUnsure && (
        <Notice tone="wait" announce title={t('reason_second_way_unsure')}>
          {t('secondWayUnsure')}
          <Watch lookAgain={actions.lookAgain} />
        </Notice>
      )}
      {secondWays.length > 0 && (
        <div className="flex flex-col gap-3">
          <p>{t('secondWays')}</p>
          <ol className="list-disc pl-5">
            {secondWays.map((way) => (
              <li key={way.id}>
                {nameOf(way)}
                {way.id === best?.id && secondWays.length > 1 && (
                  <span className="block text-ink-soft text-sm">{t('easiestWay')}</span>
                )}
                {way.kind === 'phone' && (
                  <span className="block text-ink-soft text-sm">{t('phoneEnds')}</span>
                )}
              </li>
            ))}
          </ol>
          <FreshSignIn app="portal" returnTo="/my" fields={shown}>
            {t('trySecondWay')}
          </FreshSignIn>
        </div>
      )}
      {secondWays.length === 0 && <p>{t('noSecondWay')}</p>}
      {!best && <SetUpWay {...props} />}
      <div className="flex flex-col gap-2 border-line border-t pt-4">
        <p>{t('deskIsWay')}</p>
        <PlainForm
          action={actions.agreeDesk}
          variant={secondWays.length > 0 || swap.setUps.length > 0 ? 'secondary' : 'primary'}
          label={t('agreeDesk')}
          hidden={shown}
        />
      </div>
    </div>
  )
}
