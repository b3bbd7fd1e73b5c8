import { KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { RowProblems } from '@/components/import/row-problems'
import { Badge } from '@/components/ui/badge'
import { FilterChips } from '@/components/ui/filter-chips'
import { Pagination } from '@/components/ui/pagination'
import { type Column, Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { importColumns } from '@/lib/domain/import'
import type { ImportRowFilter, ImportRowPage, ImportRowView } from '@/lib/queries/import-rows'
import type { ImportView } from '@/lib/queries/imports'

/** The rows of a checked file, those with a problem first; filters by kind of problem, with their counts. */
export function RowList({ file, page, filter }: Props) {
  const t = useTranslations('import')
  const pathname = `/plan/waves/${file.waveId}/import/${file.id}`
  const isFiltered = Boolean(filter.show || filter.problem)
  return (
    <div>
      <FilterChips
        label={t('show')}
        chips={useChips(file, filter, pathname)}
        clear={isFiltered ? { pathname } : undefined}
      />
      {file.problemCount > 0 && (
        <p className="flex flex-wrap gap-x-4 pb-2 text-sm print:hidden">
          <a href={`/api/plan/imports/${file.id}`} className="underlined text-accent" download>
            {t('download')}
          </a>
          <a href={`/api/plan/imports/${file.id}?for=excel`} className="underlined text-accent" download>
            {t('download')} ({t('downloadExcel')})
          </a>
        </p>
      )}
      <Table
        caption={t('caption')}
        captionHidden
        columns={useColumns(file.fileName === null)}
        rows={page.rows}
        rowKey={({ id }) => id}
        empty={<p className="py-4 text-ink-soft">{t('empty')}</p>}
      />
      <Pagination next={page.next ? { pathname, query: { ...queryOf(filter), after: page.next } } : null} />
    </div>
  )
}

function useChips(file: ImportView, filter: ImportRowFilter, pathname: string) {
  const t = useTranslations('import')
  const e = useTranslations('errors')
  const sound = file.rowCount - file.problemCount
  const shows = [
    { show: 'problems' as const, count: file.problemCount },
    { show: 'sound' as const, count: sound },
  ].map(({ show, count }) => {
    const active = filter.show === show
    return {
      key: show as string,
      label: t(`show_${show}`),
      count,
      active,
      href: { pathname, query: active ? {} : { show } },
    }
  })
  const kinds = file.problems.map(({ code, count }) => {
    const active = filter.problem === code
    return {
      key: code as string,
      label: shortened(e(code)),
      count,
      active,
      href: { pathname, query: active ? {} : { problem: code } },
    }
  })
  return [...shows, ...kinds]
}

/** The first sentence is enough for a chip. */
function shortened(text: string): string {
  return text.split(/[.:(]/)[0]?.trim() ?? text
}

function useColumns(isPasted: boolean): Column<ImportRowView>[] {
  const t = useTranslations('import')
  const columns: Column<ImportRowView>[] = [
    { key: 'line', header: t(isPasted ? 'col_no' : 'col_line'), cell: ({ line }) => line },
    { key: 'person', header: t('col_person'), cell: (row) => <PersonCell row={row} /> },
    { key: 'problem', header: t('col_problem'), cell: ({ problems }) => <RowProblems problems={problems} /> },
  ]
  return isPasted ? columns : [...columns, { key: 'rest', header: t('col_rest'), cell: restOf }]
}

function PersonCell({ row: { cells, personName, personId, isPrivileged } }: { row: ImportRowView }) {
  const t = useTranslations('people')
  return (
    <span className="flex flex-col">
      {personName && personId && (
        <span className="flex flex-wrap items-center gap-2">
          <TextLink href={{ pathname: `/plan/people/${personId}` }}>{personName}</TextLink>
          {isPrivileged && (
            <Badge tone="wait" icon={KeyRound}>
              {t('privileged')}
            </Badge>
          )}
        </span>
      )}
      <span className="break-all text-ink-soft text-xs">{cells.userPrincipalName ?? '–'}</span>
    </span>
  )
}

function restOf({ cells }: ImportRowView): string {
  return importColumns
    .slice(1)
    .flatMap((column) => cells[column] ?? [])
    .join(' · ')
}

function queryOf({ show, problem }: ImportRowFilter): Record<string, string> {
  return { ...(show && { show }), ...(problem && { problem }) }
}

type Props = { file: ImportView; page: ImportRowPage; filter: ImportRowFilter }
