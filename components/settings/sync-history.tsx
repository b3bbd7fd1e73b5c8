import { useTranslations } from 'next-intl'
import { SyncState } from '@/components/settings/sync-state'
import { EmptyState } from '@/components/ui/empty-state'
import { type Column, Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useMessage } from '@/lib/i18n/use-message'
import type { PastRun } from '@/lib/queries/sync-history'

/** The last runs, the newest first. */
export function SyncHistory({ runs }: { runs: PastRun[] }) {
  const t = useTranslations('settings.sync')
  const columns: Column<PastRun>[] = [
    { key: 'began', header: t('began'), cell: ({ startedAt }) => <Time at={startedAt} style="second" /> },
    { key: 'what', header: t('what'), cell: ({ pipeline }) => t(`pipeline.${pipeline}`) },
    { key: 'scope', header: t('scope'), cell: ({ isFull }) => t(isFull ? 'full' : 'changes') },
    { key: 'outcome', header: t('outcome'), cell: (run) => <Outcome run={run} /> },
    { key: 'pages', header: t('pages'), numeric: true, cell: ({ pageCount }) => pageCount },
    { key: 'seen', header: t('seen'), numeric: true, cell: ({ seenCount }) => seenCount },
    { key: 'changed', header: t('changed'), numeric: true, cell: ({ changedCount }) => changedCount },
    { key: 'left', header: t('left'), numeric: true, cell: ({ leftCount }) => leftCount },
    {
      key: 'ended',
      header: t('ended'),
      cell: ({ endedAt }) => endedAt && <Time at={endedAt} style="time" />,
    },
  ]
  return (
    <Table
      caption={t('history')}
      captionHidden
      columns={columns}
      rows={runs}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('noHistory')}>{t('neverHint')}</EmptyState>}
    />
  )
}

function Outcome({ run: { state, failure } }: { run: PastRun }) {
  const message = useMessage()
  return (
    <span className="flex flex-col items-start gap-1">
      <SyncState state={state} />
      {failure && <span className="max-w-72 text-ink-soft text-xs">{message(failure)}</span>}
    </span>
  )
}
