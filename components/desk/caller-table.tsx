import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import type { CallerRow } from '@/lib/queries/callers'

/** People who may be calling. */
export function CallerTable({ callers }: { callers: CallerRow[] }) {
  const t = useTranslations('desk')
  return (
    <Table
      caption={t('searchTitle')}
      captionHidden
      rows={callers}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'person',
          header: t('col_person'),
          cell: ({ id, name, userPrincipalName, isEnabled, hasLeft }) => (
            <span className="flex flex-wrap items-center gap-x-2">
              <TextLink href={{ pathname: `/desk/people/${id}` }}>{name}</TextLink>
              <span className="font-normal text-ink-soft">{userPrincipalName}</span>
              {hasLeft && <Badge tone="stop">{t('gone')}</Badge>}
              {!hasLeft && !isEnabled && <Badge tone="stop">{t('disabled')}</Badge>}
            </span>
          ),
        },
        { key: 'site', header: t('col_site'), cell: ({ site }) => site ?? '' },
        { key: 'department', header: t('col_department'), cell: ({ department }) => department ?? '' },
        {
          key: 'open',
          header: t('col_open'),
          cell: ({ openCase }) =>
            openCase ? (
              <TextLink href={{ pathname: `/desk/cases/${openCase.id}` }}>{openCase.name}</TextLink>
            ) : (
              ''
            ),
        },
      ]}
    />
  )
}
