import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { type Column, Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { BlockerRow, BlockersView } from '@/lib/queries/blockers'

/** Which error blocks whom: counts, with their age. */
export function Blockers({ blockers }: { blockers: BlockersView }) {
  const t = useTranslations('blockers')
  const topic = useTranslations('topic')
  const columns: Column<BlockerRow>[] = [
    {
      key: 'topic',
      header: t('col_topic'),
      cell: (row) => (row.topic ? topic(`name.${row.topic}`) : t('nothing')),
    },
    { key: 'cases', header: t('col_cases'), numeric: true, cell: ({ cases }) => cases },
    {
      key: 'sites',
      header: t('col_sites'),
      cell: ({ sites }) =>
        sites
          .slice(0, 3)
          .map(({ site, count }) => t('siteCount', { site: site ?? t('noSite'), count }))
          .join(', '),
    },
    { key: 'week', header: t('col_week'), numeric: true, cell: ({ week }) => week },
    { key: 'month', header: t('col_month'), numeric: true, cell: ({ month }) => month },
    { key: 'last', header: t('col_last'), cell: ({ lastAt }) => <Time at={lastAt} /> },
  ]
  return (
    <div className="flex flex-col gap-3">
      <p className="max-w-prose text-ink-soft">
        {t('lead')} {t.rich('countedAt', { at: () => <Time at={blockers.countedAt} /> })}
      </p>
      <Table
        caption={t('title')}
        captionHidden
        columns={columns}
        rows={blockers.rows}
        rowKey={(row) => row.topic ?? 'nothing'}
        empty={<EmptyState title={t('empty')}>{t('emptyHint')}</EmptyState>}
      />
    </div>
  )
}
