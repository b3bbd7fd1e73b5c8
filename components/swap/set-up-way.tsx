import { useTranslations } from 'next-intl'
import { LookState } from '@/components/swap/look-state'
import { useMethodName } from '@/components/swap/method-name'
import { SecurityInfoLink } from '@/components/swap/security-info-link'
import type { StepProps } from '@/components/swap/step-props'
import { Details } from '@/components/ui/details'
import { PlainForm } from '@/components/ui/plain-form'

/** The easiest lasting way in that this tenant lets somebody add, watched for; what appears is asked about. */
export function SetUpWay({ swap, shown, securityInfoUrl, actions }: StepProps) {
  const t = useTranslations('swap')
  const nameOf = useMethodName()
  const [easiest, ...others] = swap.setUps
  return (
    <div className="flex flex-col gap-3">
      {swap.unplaced.map((way) => (
        <div key={way.id} className="flex flex-col gap-2 rounded border border-line px-4 py-3">
          <p>{t('appearedWay', { name: nameOf(way) })}</p>
          <PlainForm
            action={actions.nameLater}
            label={t('appearedWayKept')}
            hidden={{ ...shown, methodId: way.id, owner: 'kept_device' }}
          />
        </div>
      ))}
      {easiest && (
        <>
          <p className="font-semibold">{t('setUpLead')}</p>
          <p>{t(`setUp_${easiest}`)}</p>
          <SecurityInfoLink url={securityInfoUrl} variant="secondary" />
          {others.length > 0 && (
            <Details summary={t('setUpOthers')}>
              <ul className="flex list-disc flex-col gap-2 pl-5">
                {others.map((setUp) => (
                  <li key={setUp}>{t(`setUp_${setUp}`)}</li>
                ))}
              </ul>
            </Details>
          )}
          <LookState look={swap.look} lookAgain={actions.lookAgain} waitingFor={t('waitSetUp')} />
        </>
      )}
    </div>
  )
}
