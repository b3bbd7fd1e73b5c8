import { useTranslations } from 'next-intl'
import { Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { ReferenceView } from '@/lib/queries/references'

/** References that wait for a call. */
export function ReferenceTable({ references }: { references: ReferenceView[] }) {
  const t = useTranslations('reference')
  const word = useTranslations('case')
  const topic = useTranslations('topic')
  return (
    <Table
      caption={t('waitingTitle')}
      captionHidden
      rows={references}
      rowKey={({ code }) => code}
      empty={<p className="text-ink-soft">{t('waitingEmpty')}</p>}
      columns={[
        { key: 'code', header: t('col_code'), cell: ({ code }) => <code>{code}</code> },
        { key: 'since', header: t('col_since'), cell: ({ givenAt }) => <Time at={givenAt} /> },
        { key: 'problem', header: t('col_problem'), cell: ({ problem }) => word(`reason_${problem}`) },
        {
          key: 'topic',
          header: t('col_topic'),
          cell: (row) => (row.topic ? topic(`name.${row.topic}`) : ''),
        },
        { key: 'language', header: t('col_language'), cell: ({ language }) => language },
      ]}
    />
  )
}
