import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Scripted } from '@/components/ui/scripted'
import { Time } from '@/components/ui/time'
import { Watch } from '@/components/ui/watch'
import type { MySwapView } from '@/lib/queries/my-swap'

/** Where the look at Microsoft stands, kept up by itself while the page is in front. */
export function LookState({ look, lookAgain, waitingFor }: Props) {
  const t = useTranslations('swap')
  const isWaiting = look.failure !== null && look.failure !== 'graph_throttled'
  return (
    <div className="flex flex-col gap-2">
      <Notice tone={look.failure ? 'wait' : 'note'} title={waitingFor}>
        <p role="status">
          {look.failure ? t(isWaiting ? 'lookFailed' : 'lookThrottled') : <Scripted>{t('looking')}</Scripted>}{' '}
          {look.failure &&
            look.retryAt &&
            t.rich('lookRetry', { at: () => <Time at={look.retryAt ?? ''} style="time" /> })}{' '}
          {look.readAt && t.rich('lookedAt', { at: () => <Time at={look.readAt ?? ''} style="time" /> })}
        </p>
      </Notice>
      <noscript>
        <p>{t('lookNoScript')}</p>
      </noscript>
      <Watch lookAgain={lookAgain} />
      <form action={lookAgain}>
        <Button type="submit" variant="quiet">
          {t('lookNow')}
        </Button>
      </form>
    </div>
  )
}

type Props = { look: MySwapView['look']; lookAgain: () => Promise<void>; waitingFor: string }
