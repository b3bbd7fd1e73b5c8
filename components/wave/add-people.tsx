import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { PeopleCount } from '@/components/people/people-count'
import { PeopleFilterBar } from '@/components/people/people-filter'
import { PersonName } from '@/components/people/people-list'
import { MfaWord, useReportMethods } from '@/components/people/report-words'
import { EmptyState } from '@/components/ui/empty-state'
import { Pagination } from '@/components/ui/pagination'
import { type Column, Table } from '@/components/ui/table'
import { ChooseBox } from '@/components/wave/choose-box'
import { type PeopleFilter, peopleParams } from '@/lib/domain/people-filter'
import { useMessage } from '@/lib/i18n/use-message'
import type { PeoplePage, PersonRow } from '@/lib/queries/people'
import type { PeopleChoices } from '@/lib/queries/people-choices'

/** People to tick, those who cannot come in with the reason. `children` puts the form around the table. */
export function AddPeople({ pathname, page, filter, choices, children }: Props) {
  const t = useTranslations('people')
  const query = peopleParams(filter)
  return (
    <>
      <PeopleFilterBar pathname={pathname} filter={filter} choices={choices} />
      <p role="status" className="mb-2 text-ink-soft text-sm">
        <PeopleCount count={page.count} />
      </p>
      {children(
        <Choices
          people={page.people}
          empty={<EmptyState title={t('emptyFiltered')}>{t('emptyFilteredHint')}</EmptyState>}
        />,
      )}
      <Pagination
        previous={page.previous ? { pathname, query: { ...query, before: page.previous } } : null}
        next={page.next ? { pathname, query: { ...query, after: page.next } } : null}
      />
    </>
  )
}

function Choices({ people, empty }: { people: PersonRow[]; empty: ReactNode }) {
  const t = useTranslations('people')
  const w = useTranslations('wave')
  const methods = useReportMethods()
  const columns: Column<PersonRow>[] = [
    { key: 'name', header: t('col_name'), cell: (person) => <PersonName person={person} /> },
    { key: 'choose', header: w('col_choose'), cell: (person) => <Choice person={person} /> },
    { key: 'department', header: t('col_department'), cell: ({ department }) => department ?? '–' },
    { key: 'site', header: t('col_site'), cell: ({ site }) => site ?? '–' },
    {
      key: 'mfa',
      header: t('col_mfa'),
      cell: ({ isMfaRegistered }) => <MfaWord isMfaRegistered={isMfaRegistered} />,
    },
    { key: 'methods', header: t('col_methods'), cell: (person) => methods(person.methodsRegistered) },
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

/** A box to tick, or why there is none. Whoever needs a second thought says so beside it. */
function Choice({ person: { id, displayName, refusal, callOut } }: { person: PersonRow }) {
  const w = useTranslations('wave')
  const message = useMessage()
  if (refusal) {
    return (
      <span className="text-ink-soft text-sm">
        {w('cannot')}: {message(refusal)}
      </span>
    )
  }
  return (
    <span className="flex flex-col gap-0.5">
      <ChooseBox id={id} label={w('choose', { name: displayName })} />
      {callOut && <span className="max-w-64 text-wait text-xs">{message(callOut)}</span>}
    </span>
  )
}

type Props = {
  pathname: string
  page: PeoplePage
  filter: PeopleFilter
  choices: PeopleChoices
  children: (table: ReactNode) => ReactNode
}
