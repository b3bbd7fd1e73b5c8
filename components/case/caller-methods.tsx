import { useTranslations } from 'next-intl'
import { useMethodName } from '@/components/desk/method-name'
import { Known } from '@/components/truth/known'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import type { CallerMethod, CallerView } from '@/lib/queries/caller'

/** What somebody signs in with, each with how that is known and how old it is. */
export function CallerMethods({ caller }: { caller: CallerView }) {
  const t = useTranslations('case')
  const word = useTranslations('people')
  const nameOf = useMethodName()
  const { methods, look, graphRequestId, reported } = caller
  if (look.readAt === null && methods.length === 0) {
    const kinds =
      reported?.kinds.map((kind) => word('method', { kind, other: kind })).join(', ') || t('reportedNone')
    return <EmptyState title={t('neverRead')}>{t('neverReadHint', { kinds })}</EmptyState>
  }
  return (
    <Table
      caption={t('methodsCaption')}
      captionHidden
      rows={methods}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('noMethods')}>{t('noMethodsHint')}</EmptyState>}
      columns={[
        {
          key: 'method',
          header: t('col_method'),
          cell: (method) => (
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              {nameOf(method)}
              {method.isDefault && <Badge>{t('default')}</Badge>}
              <OwnerOf method={method} />
            </span>
          ),
        },
        {
          key: 'first',
          header: t('col_first'),
          cell: ({ firstSeenAt }) => <Time at={firstSeenAt} style="day" />,
        },
        {
          key: 'used',
          header: t('col_used'),
          cell: ({ lastUsedAt }) =>
            lastUsedAt ? (
              <Time at={lastUsedAt} style="day" />
            ) : (
              <span className="text-ink-soft">{t('lastUsedNever')}</span>
            ),
        },
        {
          key: 'known',
          header: t('col_known'),
          cell: ({ lastSeenAt }) => (
            <Known
              how="seen"
              at={look.readAt && look.readAt > lastSeenAt ? look.readAt : lastSeenAt}
              evidence={{ source: 'Microsoft Graph', requestId: graphRequestId }}
            />
          ),
        },
      ]}
    />
  )
}

function OwnerOf({ method: { owner } }: { method: CallerMethod }) {
  const t = useTranslations('case')
  if (owner === null || owner === 'unknown') return <Known how="unknown">{t('owner_unknown')}</Known>
  return (
    <Known how="attested" evidence={{ source: t('ownerSaid') }}>
      {t(`owner_${owner}`)}
    </Known>
  )
}
