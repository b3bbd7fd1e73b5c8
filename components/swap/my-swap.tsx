import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FrozenNotice } from '@/components/not-me/frozen-notice'
import { NotMeLine } from '@/components/not-me/not-me-line'
import { ChangeAnswers } from '@/components/swap/change-answers'
import { ContinueElsewhere } from '@/components/swap/continue-elsewhere'
import { HelpBox } from '@/components/swap/help-box'
import { LastSignIn } from '@/components/swap/last-sign-in'
import { MovePath } from '@/components/swap/move-path'
import { StepCard } from '@/components/swap/step-card'
import { StepList } from '@/components/swap/step-list'
import type { StepProps } from '@/components/swap/step-props'
import { WipeNotice } from '@/components/swap/wipe-notice'
import { wrongFactorOf } from '@/components/swap/wrong-factor'
import { FocusOnChange } from '@/components/ui/focus-on-change'
import { Notice } from '@/components/ui/notice'
import { stoneOf } from '@/lib/domain/step'

/** One's own move: where it stands, the one thing to do now, and a way out when it does not work. */
export function MySwap({ address, isMoved, appointment, children, ...step }: Props) {
  const { swap, actions, isSignInFailed } = step
  const t = useTranslations('swap')
  const { newPlatform } = swap.said
  const isStuck = isSignInFailed || (swap.step === 'sign_in_again' && wrongFactorOf(swap) !== null)
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-4">
        <h1 className="text-2xl">{t(newPlatform === null ? 'title' : `title_${platform(newPlatform)}`)}</h1>
        <MovePath swap={swap} />
        {!swap.isSafe && <p>{t(`stand_${stoneOf[swap.step]}`)}</p>}
        <ChangeAnswers swap={swap} changeAnswers={actions.changeAnswers} />
      </header>
      <LastSignIn swap={swap} isFailed={isSignInFailed} />
      {isMoved && (
        <Notice tone="note" announce title={t('moved')}>
          {t('movedHint')}
        </Notice>
      )}
      <div id="wipe" tabIndex={-1} className="rounded">
        <WipeNotice swap={swap} />
      </div>
      {appointment}
      <FocusOnChange value={swap.step} id={swap.isSafe ? 'wipe' : 'step'} />
      {swap.frozenAt ? <FrozenNotice at={swap.frozenAt} /> : <StepCard {...step} />}
      {children}
      {!swap.frozenAt && <ContinueElsewhere swap={swap} address={address} />}
      <HelpBox swap={swap} openCase={actions.openCase} isOpen={isStuck} />
      <StepList swap={swap} />
      <NotMeLine />
    </div>
  )
}

function platform(name: string): 'ios' | 'android' {
  return name === 'android' ? 'android' : 'ios'
}

type Props = StepProps & {
  /** Of this page, as people reach it. */
  address: string
  /** A form of an earlier step was sent from a page that was left behind. */
  isMoved: boolean
  /** When and where, while it matters. */
  appointment: ReactNode
  /** What comes once the phone is safe to wipe. */
  children?: ReactNode
}
