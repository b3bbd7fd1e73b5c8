import { ExternalLink } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { LookState } from '@/components/swap/look-state'
import type { StepProps } from '@/components/swap/step-props'
import { buttonStyle } from '@/components/ui/button-style'
import { Icon } from '@/components/ui/icon'

/** The new phone is registered at Microsoft's own page; here we only watch for it. */
export function RegisterStep({ swap, securityInfoUrl, actions }: StepProps) {
  const t = useTranslations('swap')
  const registered = swap.levels.find(({ level }) => level === 'registered')
  const isVanished = registered?.reason === 'new_phone_vanished'
  return (
    <div className="flex flex-col gap-4">
      <ol className="flex list-decimal flex-col gap-2 pl-5">
        <li>{t('register1')}</li>
        <li>{t('register2')}</li>
        <li>{t('register3')}</li>
        <li>{t('register4')}</li>
      </ol>
      <a
        href={securityInfoUrl}
        target="_blank"
        rel="noreferrer"
        className={buttonStyle({ variant: 'primary', wide: true })}
      >
        {t('openSecurityInfo')}
        <Icon of={ExternalLink} />
        <span className="sr-only">{t('newTab')}</span>
      </a>
      <LookState
        look={swap.look}
        lookAgain={actions.lookAgain}
        waitingFor={t(isVanished ? 'reason_new_phone_vanished' : 'waitRegister')}
      />
    </div>
  )
}
