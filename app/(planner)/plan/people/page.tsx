import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PeopleList } from '@/components/people/people-list'
import { SyncStatus } from '@/components/people/sync-status'
import { pageActor } from '@/lib/auth/actor'
import { readPeopleFilter } from '@/lib/domain/people-filter'
import { listPeople } from '@/lib/queries/people'
import { listPeopleChoices } from '@/lib/queries/people-choices'
import { mayDecideLeavers } from '@/lib/queries/plan-room'
import { readSyncVersion } from '@/lib/queries/plan-version'
import { listSyncs, readDataAsOf } from '@/lib/queries/sync'
import { show } from '@/lib/web/show'
import { askSyncAction, confirmLeaversAction, rejectLeaversAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('people')
  return { title: t('title') }
}

export default async function PeoplePage({ searchParams }: PageProps<'/plan/people'>) {
  const actor = await pageActor('/plan/people')
  const params = await searchParams
  const filter = readPeopleFilter(params)
  const [page, choices, syncs, asOf, { version }] = await show(
    Promise.all([
      listPeople(actor, filter, { after: textOf(params.after), before: textOf(params.before) }),
      listPeopleChoices(actor),
      listSyncs(actor),
      readDataAsOf(actor),
      readSyncVersion(actor),
    ]),
  )

  return (
    <PeopleList
      page={page}
      filter={filter}
      choices={choices}
      asOf={asOf}
      sync={
        <SyncStatus
          syncs={syncs}
          version={version}
          mayDecide={mayDecideLeavers(actor)}
          askSync={askSyncAction}
          confirmLeavers={confirmLeaversAction}
          rejectLeavers={rejectLeaversAction}
        />
      }
    />
  )
}

function textOf(value: string | string[] | undefined): string | null {
  return typeof value === 'string' ? value : null
}
