import { useTranslations } from 'next-intl'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type Column, Table } from '@/components/ui/table'

const stored = [
  'directory',
  'registrations',
  'signIns',
  'attested',
  'devices',
  'slots',
  'returns',
  'cases',
  'messages',
  'help',
  'log',
] as const
type Stored = (typeof stored)[number]

/** What is stored about people, why, and for how long; and what never is. */
export function Privacy() {
  const t = useTranslations('settings.privacy')
  const columns: Column<Stored>[] = [
    {
      key: 'what',
      header: t('what'),
      cell: (row) => <span className="font-normal">{t(`rows.${row}.what`)}</span>,
    },
    { key: 'why', header: t('why'), cell: (row) => t(`rows.${row}.why`) },
    { key: 'howLong', header: t('howLong'), cell: (row) => t(`rows.${row}.howLong`) },
  ]
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <div className="flex flex-col gap-6">
        <Table
          caption={t('title')}
          captionHidden
          columns={columns}
          rows={[...stored]}
          rowKey={(row) => row}
        />
        <Panel title={t('never')}>
          <ul className="flex list-disc flex-col gap-1 pl-5">
            <li>{t('never1')}</li>
            <li>{t('never2')}</li>
            <li>{t('never3')}</li>
            <li>{t('never4')}</li>
          </ul>
        </Panel>
      </div>
    </>
  )
}
