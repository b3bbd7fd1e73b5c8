import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { FrozenNotice } from '@/components/not-me/frozen-notice'
import { NotMeLine } from '@/components/not-me/not-me-line'
import type { MoveActions } from '@/components/swap/actions'
import { HelpBox } from '@/components/swap/help-box'
import { MovePath } from '@/components/swap/move-path'
import { StepCard } from '@/components/swap/step-card'
import { StepList } from '@/components/swap/step-list'
import { WipeNotice } from '@/components/swap/wipe-notice'
import { FocusOnChange } from '@/components/ui/focus-on-change'
import { Notice } from '@/components/ui/notice'
import type { Edition } from '@/lib/guides/editions'
import type { MySwapView } from '@/lib/queries/my-swap'

/** One's own move: where it stands, the one thing to do now, and a way out when it does not work. */
export function MySwap({ swap, edition, securityInfoUrl, actions, isSignInFailed, children }: Props) {
  const t = useTranslations('swap')
  const { newPlatform } = swap.said
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-4">
        <h1 className="text-2xl">{t(newPlatform === null ? 'title' : `title_${platform(newPlatform)}`)}</h1>
        <MovePath swap={swap} />
      </header>
      {isSignInFailed && (
        <Notice tone="stop" announce title={t('signInFailed')}>
          {t('signInFailedHint')}
        </Notice>
      )}
      <div id="wipe" tabIndex={-1} className="rounded">
        <WipeNotice swap={swap} />
      </div>
      <FocusOnChange value={swap.step} id={swap.isSafe ? 'wipe' : 'step'} />
      {swap.frozenAt ? (
        <FrozenNotice at={swap.frozenAt} />
      ) : (
        <StepCard swap={swap} edition={edition} securityInfoUrl={securityInfoUrl} actions={actions} />
      )}
      {children}
      <HelpBox swap={swap} openCase={actions.openCase} isOpen={isSignInFailed} />
      <StepList swap={swap} />
      <NotMeLine />
    </div>
  )
}

function platform(name: string): 'ios' | 'android' {
  return name === 'android' ? 'android' : 'ios'
}

type Props = {
  swap: MySwapView
  edition: Edition | null
  securityInfoUrl: string
  actions: MoveActions
  /** The last fresh sign-in did not come back. */
  isSignInFailed: boolean
  /** What comes once the phone is safe to wipe. */
  children?: ReactNode
}
