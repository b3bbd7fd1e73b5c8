import { useTranslations } from 'next-intl'
import { FreshSignIn } from '@/components/sign-in/fresh-sign-in'
import { useMethodName } from '@/components/swap/method-name'
import { OldPhoneOffForm } from '@/components/swap/old-phone-off-form'
import type { StepProps } from '@/components/swap/step-props'
import { Notice } from '@/components/ui/notice'

/** A fresh sign-in that only the new phone can answer. */
export function ProveStep({ swap, actions }: StepProps) {
  const t = useTranslations('swap')
  const nameOf = useMethodName()
  const phone = [...swap.appeared, ...swap.entries].find(({ id }) => id === swap.newMethodId)
  const proved = swap.levels.find(({ level }) => level === 'proved')
  const isWrong = proved?.reason?.startsWith('wrong_factor')
  return (
    <div className="flex flex-col gap-4">
      {phone && (
        <Notice tone="safe" announce title={t('seenPhone', { name: nameOf(phone) })}>
          {t('seenPhoneHint')}
        </Notice>
      )}
      {isWrong && proved?.reason && (
        <Notice tone="stop" announce title={t(`reason_${proved.reason}`)}>
          {t('wrongFactorHint')}
        </Notice>
      )}
      {swap.oldPhoneOffAt ? (
        <>
          <p>{t('proveNow')}</p>
          <FreshSignIn app="self" returnTo="/my">
            {t('proveButton')}
          </FreshSignIn>
        </>
      ) : (
        <>
          <OldPhoneOffForm attestOldPhoneOff={actions.attestOldPhoneOff} />
          <FreshSignIn app="self" returnTo="/my" variant="quiet">
            {t('proveAnyway')}
          </FreshSignIn>
        </>
      )}
    </div>
  )
}
