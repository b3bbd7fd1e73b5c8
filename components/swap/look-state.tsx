import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Scripted } from '@/components/ui/scripted'
import { Time } from '@/components/ui/time'
import { Watch } from '@/components/ui/watch'
import type { OwnLook } from '@/lib/queries/own-look'

/**
 * Where the look at Microsoft stands, kept up by itself while the page is in front. Where nothing is waited for,
 * it is one line until something is wrong. `children` are for when Microsoft is late or silent.
 */
export function LookState({ look, lookAgain, waitingFor, children }: Props) {
  const t = useTranslations('swap')
  const isWrong = isTroubled(look)
  const state = (
    <p role="status" className={waitingFor || isWrong ? undefined : 'text-ink-soft text-sm'}>
      <LookWords look={look} />
    </p>
  )
  return (
    <div className="flex flex-col gap-2">
      {waitingFor || isWrong ? (
        <Notice tone={isWrong ? 'wait' : 'note'} title={waitingFor}>
          {state}
          {isWrong && children}
        </Notice>
      ) : (
        state
      )}
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

/** How the last look went, when the next one is, and how old the last good one is. */
function LookWords({ look }: { look: OwnLook }) {
  const t = useTranslations('swap')
  const { readAt, silentSince } = look
  return (
    <>
      {silentSince ? t.rich('lookSilent', at(silentSince, 'moment')) : <MicrosoftWords look={look} />}{' '}
      {readAt &&
        (isTroubled(look) ? t.rich('lookAnsweredAt', at(readAt, 'moment')) : t.rich('lookedAt', at(readAt)))}
    </>
  )
}

/** How Microsoft takes our question. */
function MicrosoftWords({ look }: { look: OwnLook }) {
  const t = useTranslations('swap')
  const { isUnderWay, lateSince, failure, retryAt } = look
  const hasFailed = failure !== null && (lateSince === null || failure === 'graph_throttled')
  return (
    <>
      {!isTroubled(look) && <Scripted>{t('looking')}</Scripted>}
      {lateSince && !hasFailed && t.rich('lookLate', at(lateSince))}
      {hasFailed && t(failureWords[failure] ?? 'lookRefused')}{' '}
      {hasFailed && retryAt && t.rich('lookRetry', at(retryAt))}
      {hasFailed && !retryAt && isUnderWay && t('lookUnderWay')}
    </>
  )
}

/** What is wrong may have been so for days: then the day is said, too. */
const at = (instant: string, style: 'time' | 'moment' = 'time') => ({
  at: () => <Time at={instant} style={style} />,
})

const isTroubled = ({ failure, lateSince, silentSince }: OwnLook) =>
  failure !== null || lateSince !== null || silentSince !== null

const failureWords: Partial<Record<string, 'lookFailed' | 'lookThrottled'>> = {
  graph_unavailable: 'lookFailed',
  graph_malformed: 'lookFailed',
  graph_throttled: 'lookThrottled',
}

type Props = {
  look: OwnLook
  lookAgain: () => Promise<void>
  /** What Microsoft has yet to show; absent where nothing is waited for. */
  waitingFor?: string
  children?: ReactNode
}
