import { useTranslations } from 'next-intl'
import { FreshSignIn } from '@/components/sign-in/fresh-sign-in'
import { LookState } from '@/components/swap/look-state'
import { useMethodName } from '@/components/swap/method-name'
import { SecurityInfoLink } from '@/components/swap/security-info-link'
import type { StepProps } from '@/components/swap/step-props'
import { Notice } from '@/components/ui/notice'
import { PlainForm } from '@/components/ui/plain-form'

/** Everything the old phone still owns goes: here, or at Microsoft's own page. */
export function RemoveStep({ swap, shown, securityInfoUrl, actions }: StepProps) {
  const t = useTranslations('swap')
  const nameOf = useMethodName()
  const here = swap.remaining.filter(({ refusal }) => refusal === null)
  const proved = swap.levels.find(({ level }) => level === 'proved')
  const elsewhere = swap.remaining.filter(({ refusal }) => refusal !== null)
  return (
    <div className="flex flex-col gap-4">
      {proved?.reason === 'old_phone_may_be_on' && (
        <Notice tone="wait" title={t('reason_old_phone_may_be_on')}>
          {t('oldPhoneMayHint')}
        </Notice>
      )}
      {here.length > 0 && !swap.freshUntil && (
        <FreshSignIn app="self" returnTo="/my">
          {t('signInToRemove')}
        </FreshSignIn>
      )}
      {swap.freshUntil &&
        here.map((method) => (
          <PlainForm
            key={method.id}
            action={actions.removeOld}
            variant="danger"
            label={t('removeButton', { name: nameOf(method) })}
            hidden={{ ...shown, methodId: method.id }}
          />
        ))}
      {elsewhere.length > 0 && (
        <div className="flex flex-col gap-2">
          <p>{t('removeElsewhere')}</p>
          <ul className="list-disc pl-5">
            {elsewhere.map((method) => (
              <li key={method.id}>{nameOf(method)}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="text-ink-soft text-sm">{t('removeDefaultHint')}</p>
      <SecurityInfoLink url={securityInfoUrl} variant={here.length > 0 ? 'secondary' : 'primary'} />
      <LookState
        look={swap.look}
        lookAgain={actions.lookAgain}
        waitingFor={t('waitRemove', { count: swap.remaining.length })}
      />
    </div>
  )
}
