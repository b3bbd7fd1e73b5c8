import { useFormatter, useTranslations } from 'next-intl'
import { KnownChart } from '@/components/audit/known-chart'
import { KnownMark } from '@/components/audit/known-mark'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { type Column, Table } from '@/components/ui/table'
import { Tabs } from '@/components/ui/tabs'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import type { KnownCounts as View } from '@/lib/queries/audit-known'

/** How much of the log was proved, seen, or only said; each figure leads to its events. */
export function KnownCounts({ view, choices }: { view: View; choices: readonly number[] }) {
  const t = useTranslations('audit')
  const format = useFormatter()
  const { days, from, until, total, counts } = view
  return (
    <>
      <PageHeader title={t('knownTitle')} lead={t('knownLead')} />
      <Tabs
        label={t('period')}
        tabs={choices.map((choice) => ({
          key: String(choice),
          label: t('lastDays', { days: choice }),
          href: { pathname: '/audit/known', query: { days: choice } },
          current: choice === days,
        }))}
      />
      <p className="mb-4 text-ink-soft text-sm">
        {t('total', { count: total })}.{' '}
        {t.rich('fromTo', { from: () => <Time at={from} />, until: () => <Time at={until} /> })}.
      </p>
      {total === 0 ? (
        <EmptyState title={t('noneCounted')} />
      ) : (
        <>
          <KnownChart counts={counts} format={(count) => format.number(count)} />
          <Figures view={view} />
        </>
      )}
    </>
  )
}

type Count = View['counts'][number]

function Figures({ view: { from, until, total, counts } }: { view: View }) {
  const t = useTranslations('audit')
  const format = useFormatter()
  const columns: Column<Count>[] = [
    { key: 'known', header: t('known'), cell: ({ known }) => <KnownMark known={known} /> },
    {
      key: 'count',
      header: t('count'),
      numeric: true,
      cell: ({ known, count }) => (
        <TextLink href={{ pathname: '/audit', query: { known, from, until } }}>
          {format.number(count)}
        </TextLink>
      ),
    },
    {
      key: 'share',
      header: t('share'),
      numeric: true,
      cell: ({ count }) => format.number(count / total, { style: 'percent', maximumFractionDigits: 1 }),
    },
    { key: 'meaning', header: t('meaning'), cell: ({ known }) => t(`knownAbout.${known}`) },
  ]
  return <Table caption={t('figures')} columns={columns} rows={counts} rowKey={({ known }) => known} />
}
