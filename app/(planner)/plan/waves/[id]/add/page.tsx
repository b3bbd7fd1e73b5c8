import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PasteForm } from '@/components/import/paste-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Details } from '@/components/ui/details'
import { LinkButton } from '@/components/ui/link-button'
import { Messages } from '@/components/ui/messages'
import { PageHeader } from '@/components/ui/page-header'
import { AddPeople } from '@/components/wave/add-people'
import { ChooseForm } from '@/components/wave/choose-form'
import { pageActor } from '@/lib/auth/actor'
import { readPeopleFilter } from '@/lib/domain/people-filter'
import { listPeople } from '@/lib/queries/people'
import { listPeopleChoices } from '@/lib/queries/people-choices'
import { getPlannableWave } from '@/lib/queries/wave'
import { show } from '@/lib/web/show'
import { addPeopleAction } from '../actions'
import { checkPastedAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('wave')
  return { title: t('addTitle') }
}

export default async function AddPeoplePage({ params, searchParams }: PageProps<'/plan/waves/[id]/add'>) {
  const { id } = await params
  const pathname = `/plan/waves/${id}/add`
  const actor = await pageActor(pathname)
  const search = await searchParams
  const filter = readPeopleFilter(search)
  const place = { after: textOf(search.after), before: textOf(search.before), waveId: id }
  const [wave, page, choices] = await show(
    Promise.all([getPlannableWave(actor, id), listPeople(actor, filter, place), listPeopleChoices(actor)]),
  )
  const t = await getTranslations('wave')

  return (
    <Messages namespaces={['wave']}>
      <PageHeader
        above={
          <Breadcrumb
            steps={[
              { key: 'waves', href: '/plan/waves', label: t('back') },
              { key: 'wave', href: { pathname: `/plan/waves/${id}` }, label: wave.name },
            ]}
          />
        }
        title={t('addTo', { wave: wave.name })}
        lead={t('addLead')}
        actions={<LinkButton href={{ pathname: `/plan/waves/${id}/import` }}>{t('import')}</LinkButton>}
      />
      <div className="mb-4">
        <Details summary={t('pasteTitle')}>
          <PasteForm waveId={id} checkPasted={checkPastedAction} />
        </Details>
      </div>
      <AddPeople pathname={pathname} page={page} filter={filter} choices={choices}>
        {(table) => (
          <ChooseForm
            waveId={id}
            windows={wave.windows}
            eligibleCount={page.people.filter(({ refusal }) => refusal === null).length}
            totalCount={page.people.length}
            addPeople={addPeopleAction}
          >
            {table}
          </ChooseForm>
        )}
      </AddPeople>
    </Messages>
  )
}

function textOf(value: string | string[] | undefined): string | null {
  return typeof value === 'string' ? value : null
}
