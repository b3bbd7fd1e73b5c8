import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Messages } from '@/components/ui/messages'
import { PageHeader } from '@/components/ui/page-header'
import { NewWave } from '@/components/wave/new-wave'
import { pageActor } from '@/lib/auth/actor'
import { zoneNames } from '@/lib/i18n/zone-names'
import { listWaveSites } from '@/lib/queries/people-choices'
import { show } from '@/lib/web/show'
import { createWaveAction } from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('wave')
  return { title: t('newTitle') }
}

export default async function NewWavePage() {
  const actor = await pageActor('/plan/waves/new')
  const sites = await show(listWaveSites(actor))
  const t = await getTranslations('wave')

  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ key: 'waves', href: '/plan/waves', label: t('back') }]} />}
        title={t('newTitle')}
        lead={t('newLead')}
      />
      <Messages namespaces={['wave', 'window']}>
        <NewWave
          createWave={createWaveAction}
          choices={{ sites, zones: zoneNames(), zone: await getTimeZone() }}
        />
      </Messages>
    </>
  )
}
