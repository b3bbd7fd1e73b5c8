import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { type Column, Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import { FunnelBar, totalOf } from '@/components/wave/funnel'
import { WaveStateBadge } from '@/components/wave/state-badge'
import { arrivedStates } from '@/lib/domain/wave'
import type { StateCounts, WavePage, WaveRow } from '@/lib/queries/waves'

/** Every wave, the newest first. */
export function WaveList({ page }: { page: WavePage }) {
  const t = useTranslations('wave')
  const create = page.isPlanner && (
    <LinkButton href="/plan/waves/new" variant="primary">
      {t('new')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} actions={create} />
      <Table
        caption={t('caption')}
        captionHidden
        columns={useColumns()}
        rows={page.waves}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t('empty')} action={create}>
            {t('emptyHint')}
          </EmptyState>
        }
      />
      <Pagination next={page.next ? { pathname: '/plan/waves', query: { after: page.next } } : null} />
    </>
  )
}

function useColumns(): Column<WaveRow>[] {
  const t = useTranslations('wave')
  return [
    {
      key: 'name',
      header: t('col_name'),
      cell: ({ id, name }) => <TextLink href={{ pathname: `/plan/waves/${id}` }}>{name}</TextLink>,
    },
    { key: 'state', header: t('col_state'), cell: ({ state }) => <WaveStateBadge state={state} /> },
    { key: 'people', header: t('col_people'), numeric: true, cell: ({ counts }) => totalOf(counts) },
    { key: 'arrived', header: t('col_arrived'), cell: ({ counts }) => <Arrived counts={counts} /> },
    {
      key: 'first',
      header: t('col_first'),
      cell: ({ firstWindow }) =>
        firstWindow ? (
          <Time at={firstWindow.startsAt} zone={firstWindow.timeZone} style="appointment" />
        ) : (
          <span className="text-ink-soft">{t('noWindow')}</span>
        ),
    },
    { key: 'owner', header: t('col_owner'), cell: ({ ownerName }) => ownerName },
  ]
}

/** How many of the people have arrived, as a bar and in words. */
export function Arrived({ counts }: { counts: StateCounts }) {
  const t = useTranslations('wave')
  const closed = counts.closed ?? 0
  const arrived = arrivedStates.reduce((sum, state) => sum + (counts[state] ?? 0), closed)
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <FunnelBar counts={counts} />
      <span className="tabular whitespace-nowrap text-sm">
        {t('arrived', { arrived, total: totalOf(counts) })}
      </span>
    </span>
  )
}
