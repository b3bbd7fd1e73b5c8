import { useTranslations } from 'next-intl'
import { useMethodName } from '@/components/swap/method-name'
import { Notice } from '@/components/ui/notice'
import type { Level } from '@/lib/domain/gate'
import type { Step } from '@/lib/domain/step'
import type { MySwapView } from '@/lib/queries/my-swap'

/** What was used in place of the new phone, that nothing is lost by it, and what to do instead. */
export function WrongFactor({ swap, reason }: Props) {
  const t = useTranslations('swap')
  const nameOf = useMethodName()
  const { wrongDevice } = swap
  const isOldPhone = reason === 'wrong_factor_another_device' && wrongDevice?.owner === 'old_phone'
  return (
    <Notice tone="stop" announce title={t(isOldPhone ? 'wrongFactorOldPhone' : `reason_${reason}`)}>
      {wrongDevice && <p>{t('answeredBy', { name: nameOf(wrongDevice) })}</p>}
      <p>{t('wrongFactorKept')}</p>
      <p className="mt-2">
        {isOldPhone ? t('wrongFactorOldPhoneHint') : <Hint swap={swap} reason={reason} />}
      </p>
    </Notice>
  )
}

function Hint({ swap, reason }: Props) {
  const t = useTranslations('swap')
  const newPhone = [...swap.appeared, ...swap.entries].find(({ id }) => id === swap.newMethodId)
  if (reason === 'wrong_factor_perhaps_key') return t('perhapsKeyHint')
  if (reason === 'wrong_factor_another_device') return t('wrongFactorDeviceHint')
  return (
    <>
      {t('wrongFactorHint', { kind: newPhone?.kind ?? 'other' })}{' '}
      {comesByItself.includes(reason) && t('wrongFactorByItself')}
    </>
  )
}

/** What Microsoft's page may ask for before anybody has chosen it. */
const comesByItself: readonly WrongFactorReason[] = [
  'wrong_factor_windows_hello',
  'wrong_factor_passkey',
  'wrong_factor_pass',
]

/** Why the last sign-in shows nothing of the new phone, at the two steps that wait for one; else null. */
export function wrongFactorOf({ step, levels }: MySwapView): WrongFactorReason | null {
  const reason = levels.find(({ level }) => level === shownBy[step])?.reason
  return reason && isWrongFactor(reason) ? reason : null
}

const shownBy: Partial<Record<Step, Level>> = { prove: 'proved', sign_in_again: 'alone' }

type Reason = NonNullable<MySwapView['levels'][number]['reason']>
type WrongFactorReason = Extract<Reason, `wrong_factor_${string}`>

function isWrongFactor(reason: Reason): reason is WrongFactorReason {
  return reason.startsWith('wrong_factor_')
}

type Props = { swap: MySwapView; reason: WrongFactorReason }
