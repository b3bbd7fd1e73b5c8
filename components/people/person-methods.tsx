import { useTranslations } from 'next-intl'
import { useMethodName } from '@/components/swap/method-name'
import { Known } from '@/components/truth/known'
import { Badge } from '@/components/ui/badge'
import { type Column, Table } from '@/components/ui/table'
import type { PersonMethod } from '@/lib/queries/person'

/** Registrations as the last look at Microsoft showed them. */
export function PersonMethods({ methods }: { methods: PersonMethod[] }) {
  const t = useTranslations('people')
  const name = useMethodName()
  const columns: Column<PersonMethod>[] = [
    {
      key: 'method',
      header: t('col_method'),
      cell: (method) => (
        <span className="flex flex-wrap items-center gap-2">
          {name(method)} {method.isDefault && <Badge>{t('default')}</Badge>}
        </span>
      ),
    },
    {
      key: 'seen',
      header: t('col_seen'),
      cell: ({ lastSeenAt }) => <Known how="seen" at={lastSeenAt} evidence={{ source: t('source_look') }} />,
    },
  ]
  return (
    <Table
      caption={t('methodsTitle')}
      captionHidden
      columns={columns}
      rows={methods}
      rowKey={({ id }) => id}
      empty={<p className="max-w-prose text-ink-soft">{t('methodsEmpty')}</p>}
    />
  )
}
