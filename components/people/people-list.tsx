import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PeopleCount } from '@/components/people/people-count'
import { PeopleFilterBar } from '@/components/people/people-filter'
import { PersonMarks } from '@/components/people/person-marks'
import { MfaWord, useReportMethods } from '@/components/people/report-words'
import { Known } from '@/components/truth/known'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { type Column, Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { SwapBadge } from '@/components/wave/swap-badge'
import { type PeopleFilter, peopleParams } from '@/lib/domain/people-filter'
import type { PeoplePage, PersonRow } from '@/lib/queries/people'
import type { PeopleChoices } from '@/lib/queries/people-choices'
import type { DataAsOf } from '@/lib/queries/sync'

/** Everybody of the directory, to search and to narrow. `sync` says how old all of this is. */
export function PeopleList({ page, filter, choices, asOf, sync }: Props) {
  const t = useTranslations('people')
  const query = peopleParams(filter)
  const pathname = '/plan/people'
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {sync}
      {!asOf.people && (
        <div className="mb-4">
          <Notice tone="wait" title={t('emptyFirst')}>
            {t('emptyFirstHint')}
          </Notice>
        </div>
      )}
      <PeopleFilterBar pathname={pathname} filter={filter} choices={choices} />
      <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-ink-soft text-sm">
        <p role="status">
          <PeopleCount count={page.count} />
        </p>
        <Known
          how={asOf.report ? 'seen' : 'unknown'}
          at={asOf.report}
          evidence={{ source: t('source_report') }}
        />
      </div>
      {filter.flags.includes('no_second_method') && (
        <p className="mb-2 max-w-prose text-ink-soft text-sm">{t('secondHint')}</p>
      )}
      <PeopleTable
        people={page.people}
        empty={<EmptyState title={t('emptyFiltered')}>{t('emptyFilteredHint')}</EmptyState>}
      />
      <Pagination
        previous={page.previous ? { pathname, query: { ...query, before: page.previous } } : null}
        next={page.next ? { pathname, query: { ...query, after: page.next } } : null}
      />
    </>
  )
}

function PeopleTable({ people, empty }: { people: PersonRow[]; empty: ReactNode }) {
  const t = useTranslations('people')
  const methods = useReportMethods()
  const columns: Column<PersonRow>[] = [
    { key: 'name', header: t('col_name'), cell: (person) => <PersonName person={person} /> },
    { key: 'department', header: t('col_department'), cell: ({ department }) => department ?? '–' },
    { key: 'site', header: t('col_site'), cell: ({ site }) => site ?? '–' },
    {
      key: 'mfa',
      header: t('col_mfa'),
      cell: ({ isMfaRegistered }) => <MfaWord isMfaRegistered={isMfaRegistered} />,
    },
    {
      key: 'methods',
      header: t('col_methods'),
      cell: ({ methodsRegistered }) => methods(methodsRegistered),
    },
    { key: 'move', header: t('col_move'), cell: ({ swap }) => <MoveCell swap={swap} /> },
  ]
  return (
    <Table
      caption={t('caption')}
      captionHidden
      columns={columns}
      rows={people}
      rowKey={({ id }) => id}
      empty={empty}
    />
  )
}

/** A name that leads to the person, with what sets them apart. */
export function PersonName({ person }: { person: PersonRow }) {
  return (
    <span className="flex flex-col gap-0.5 py-0.5">
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <TextLink href={{ pathname: `/plan/people/${person.id}` }}>{person.displayName}</TextLink>
        <PersonMarks {...person} />
      </span>
      <span className="font-normal text-ink-soft text-xs max-sm:break-all">{person.userPrincipalName}</span>
    </span>
  )
}

function MoveCell({ swap }: { swap: PersonRow['swap'] }) {
  const t = useTranslations('people')
  if (!swap) return <span className="text-ink-soft">{t('noMove')}</span>
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <SwapBadge state={swap.state} />
      <TextLink href={{ pathname: `/plan/waves/${swap.waveId}` }} className="text-sm">
        {swap.waveName}
      </TextLink>
    </span>
  )
}

type Props = {
  page: PeoplePage
  filter: PeopleFilter
  choices: PeopleChoices
  /** As of when what is shown came from Microsoft. */
  asOf: DataAsOf
  sync: ReactNode
}
