import { useTranslations } from 'next-intl'
import { LookState } from '@/components/swap/look-state'
import { SecurityInfoLink } from '@/components/swap/security-info-link'
import type { StepProps } from '@/components/swap/step-props'

/** The new phone is registered at Microsoft's own page; here we only watch for it. */
export function RegisterStep({ swap, securityInfoUrl, actions }: StepProps) {
  const t = useTranslations('swap')
  const registered = swap.levels.find(({ level }) => level === 'registered')
  const isVanished = registered?.reason === 'new_phone_vanished'
  return (
    <div className="flex flex-col gap-4">
      <SecurityInfoLink url={securityInfoUrl} />
      <LookState
        look={swap.look}
        lookAgain={actions.lookAgain}
        waitingFor={t(isVanished ? 'reason_new_phone_vanished' : 'waitRegister')}
      >
        <p>{t('lookKept')}</p>
      </LookState>
    </div>
  )
}
