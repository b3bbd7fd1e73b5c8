import { useTranslations } from 'next-intl'
import { ActiveFilters } from '@/components/audit/active-filters'
import { EventFilter } from '@/components/audit/event-filter'
import { EventTable } from '@/components/audit/event-table'
import { ExportLinks } from '@/components/audit/export-links'
import { filterQuery, isFiltered } from '@/components/audit/filter-query'
import { ReadOnly } from '@/components/audit/read-only'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import type { EventList as View } from '@/lib/queries/audit'

/** The log, filtered and paged. */
export function EventList({ list }: { list: View }) {
  const t = useTranslations('audit')
  const { events, next, previous, ...read } = list
  const pageAt = (page: string | null) =>
    page === null ? null : { pathname: '/audit', query: { ...filterQuery(read.typed), page } }
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      <ReadOnly />
      <EventFilter read={read} open={hasProblem(list)} />
      <ActiveFilters read={read} />
      <EventTable events={events} zone={read.typed.zone} empty={<Empty list={list} />} />
      <Pagination previous={pageAt(previous)} next={pageAt(next)} />
      <ExportLinks typed={read.typed} />
    </>
  )
}

function Empty({ list }: { list: View }) {
  const t = useTranslations('audit')
  const filtered = isFiltered(list.typed)
  return (
    <EmptyState title={t('empty')}>
      {hasProblem(list) ? t('emptyProblem') : filtered ? t('emptyFiltered') : t('emptyHint')}
    </EmptyState>
  )
}

/** Whether something in the filter needs the reader's attention. */
function hasProblem({ problems, actor, subject }: View): boolean {
  const needsWork = [actor, subject].some((match) => match && (match.tooMany || match.people.length === 0))
  return Object.keys(problems).length > 0 || needsWork
}
