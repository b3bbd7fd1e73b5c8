import { ExternalLink } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { FreshSignIn } from '@/components/sign-in/fresh-sign-in'
import { LookState } from '@/components/swap/look-state'
import { useMethodName } from '@/components/swap/method-name'
import type { StepProps } from '@/components/swap/step-props'
import { buttonStyle } from '@/components/ui/button-style'
import { Icon } from '@/components/ui/icon'
import { PlainForm } from '@/components/ui/plain-form'

/** Everything the old phone still owns goes: here, or at Microsoft's own page. */
export function RemoveStep({ swap, securityInfoUrl, actions }: StepProps) {
  const t = useTranslations('swap')
  const nameOf = useMethodName()
  const here = swap.remaining.filter(({ refusal }) => refusal === null)
  const elsewhere = swap.remaining.filter(({ refusal }) => refusal !== null)
  return (
    <div className="flex flex-col gap-4">
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
            hidden={{ methodId: method.id }}
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
      <a
        href={securityInfoUrl}
        target="_blank"
        rel="noreferrer"
        className={buttonStyle({ variant: here.length > 0 ? 'secondary' : 'primary', wide: true })}
      >
        {t('openSecurityInfo')}
        <Icon of={ExternalLink} />
        <span className="sr-only">{t('newTab')}</span>
      </a>
      <LookState
        look={swap.look}
        lookAgain={actions.lookAgain}
        waitingFor={t('waitRemove', { count: swap.remaining.length })}
      />
    </div>
  )
}
