import { useTranslations } from 'next-intl'
import { HeldSync } from '@/components/settings/held-sync'
import type { SyncActions } from '@/components/settings/sync-board'
import { SyncState } from '@/components/settings/sync-state'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { PlainForm } from '@/components/ui/plain-form'
import { Time } from '@/components/ui/time'
import { Watch } from '@/components/ui/watch'
import { useMessage } from '@/lib/i18n/use-message'
import type { SyncView } from '@/lib/queries/sync'

/** One pipeline: its age, its run, what went wrong, and "now". */
export function SyncPanel({ sync, actions }: { sync: SyncView; actions: SyncActions }) {
  const t = useTranslations('settings.sync')
  const message = useMessage()
  const { pipeline, dataAsOf, run, askRefusal, decideRefusal } = sync
  return (
    <Panel title={t(`pipeline.${pipeline}`)} aside={<SyncState state={run?.state ?? null} />}>
      <div className="flex flex-col gap-3">
        <p>
          <span className="text-ink-soft">{t('asOf')}</span> {dataAsOf ? <Time at={dataAsOf} /> : t('noData')}
        </p>
        <p className="text-ink-soft text-sm">{t(`every.${pipeline}`)}</p>
        {run ? <Progress run={run} /> : <p className="text-sm">{t('neverHint')}</p>}
        {run?.failure && <Failure run={run} />}
        {run && decideRefusal === null && <HeldSync run={run} actions={actions} />}
        <div className="self-start">
          {askRefusal ? (
            <Button refusal={message(askRefusal)}>{t(`ask_${pipeline}`)}</Button>
          ) : (
            <PlainForm
              action={actions.ask}
              variant="secondary"
              hidden={{ pipeline }}
              label={t(`ask_${pipeline}`)}
              done={
                <>
                  <Notice tone="note" announce title={t('asked')} />
                  <Watch lookAgain={actions.lookAgain} />
                </>
              }
            />
          )}
        </div>
      </div>
    </Panel>
  )
}

type Run = NonNullable<SyncView['run']>

function Progress({ run: { pageCount, seenCount, changedCount, isFull } }: { run: Run }) {
  const t = useTranslations('settings.sync')
  return (
    <p role="status" className="tabular text-sm">
      {t('progress', { pages: pageCount, seen: seenCount, changed: changedCount })} (
      {t(isFull ? 'full' : 'changes')})
    </p>
  )
}

function Failure({ run: { failure, retryAt, graphRequestId } }: { run: Run }) {
  const t = useTranslations('settings.sync')
  const message = useMessage()
  return (
    <Notice tone="stop" title={message(failure)}>
      {retryAt && <p>{t.rich('retry', { at: () => <Time at={retryAt} /> })}</p>}
      {graphRequestId && (
        <p className="text-ink-soft text-sm">
          {t('requestId')} <code className="break-all">{graphRequestId}</code>
        </p>
      )}
    </Notice>
  )
}
