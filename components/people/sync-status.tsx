import { useTranslations } from 'next-intl'
import { Pulse } from '@/components/desk/pulse'
import { SyncDecision, SyncRefresh } from '@/components/people/sync-forms'
import { Messages } from '@/components/ui/messages'
import { Notice } from '@/components/ui/notice'
import { Time } from '@/components/ui/time'
import { useMessage } from '@/lib/i18n/use-message'
import type { SyncView } from '@/lib/queries/sync'
import type { FormAction } from '@/lib/web/answer'

/** How old the directory's data is, what is being read, and what went wrong; open when somebody should look. */
export function SyncStatus({ syncs, version, mayDecide, ...actions }: Props) {
  const t = useTranslations('people')
  if (syncs.length === 0) return null
  const held = syncs.find(({ run }) => run?.state === 'held')
  const isRunning = syncs.some(({ run }) => run === null || run.state === 'running')
  return (
    <Messages namespaces={['people']}>
      <div className="mb-5 flex flex-col gap-3">
        {held?.run && (
          <Notice tone="stop" title={t('sync_heldTitle', { count: held.run.leftCount })}>
            <p className="mb-3 max-w-prose">{t('sync_heldHint')}</p>
            {mayDecide ? (
              <SyncDecision
                runId={held.run.id}
                confirmLeavers={actions.confirmLeavers}
                rejectLeavers={actions.rejectLeavers}
              />
            ) : (
              <p className="max-w-prose font-semibold">{t('sync_heldOwner')}</p>
            )}
          </Notice>
        )}
        <section
          aria-label={t('syncTitle')}
          className="grid gap-x-8 gap-y-3 rounded border border-line bg-surface px-4 py-2 md:grid-cols-2"
        >
          {syncs.map((sync) => (
            <Pipeline key={sync.pipeline} sync={sync} askSync={actions.askSync} />
          ))}
        </section>
        <Pulse path="/api/plan/sync" version={version} />
        {isRunning && <p className="text-ink-soft text-sm">{t('watching')}</p>}
      </div>
    </Messages>
  )
}

function Pipeline({ sync, askSync }: { sync: SyncView; askSync: FormAction }) {
  const t = useTranslations('people')
  const { pipeline, dataAsOf, run, askRefusal } = sync
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-sm">
          <span className="font-semibold">{t(`sync_${pipeline}`)}: </span>
          {dataAsOf ? (
            <>
              {t('sync_asOf')} <Time at={dataAsOf} />
              {run?.state === 'done' && <>, {t('sync_changed', { count: run.changedCount })}</>}
            </>
          ) : (
            t('sync_never')
          )}
        </p>
        <SyncRefresh pipeline={pipeline} askRefusal={askRefusal} askSync={askSync} />
      </div>
      {run?.state === 'running' && (
        <p className="text-note text-sm">
          {t('sync_running', { pages: run.pageCount, seen: run.seenCount })} ({t('sync_started')}{' '}
          <Time at={run.startedAt} style="time" />)
        </p>
      )}
      {run?.state === 'failed' && <Failure run={run} />}
    </div>
  )
}

function Failure({ run }: { run: NonNullable<SyncView['run']> }) {
  const t = useTranslations('people')
  const message = useMessage()
  return (
    <Notice tone="wait" title={t('sync_failed')}>
      <p>{message(run.failure)}</p>
      {run.retryAt && (
        <p>
          {t('sync_retry')} <Time at={run.retryAt} style="time" />
        </p>
      )}
      {run.graphRequestId && (
        <p className="text-sm">
          {t('sync_requestId')} <code className="break-all">{run.graphRequestId}</code>
        </p>
      )}
    </Notice>
  )
}

type Props = {
  syncs: SyncView[]
  /** Of what is shown, to see when it moves on. */
  version: string
  /** Whether the reader decides when too many would leave. */
  mayDecide: boolean
  askSync: FormAction
  confirmLeavers: FormAction
  rejectLeavers: FormAction
}
