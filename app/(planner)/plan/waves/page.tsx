import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { WaveList } from '@/components/wave/wave-list'
import { pageActor } from '@/lib/auth/actor'
import { listWaves } from '@/lib/queries/waves'
import { show } from '@/lib/web/show'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('wave')
  return { title: t('title') }
}

export default async function WavesPage({ searchParams }: PageProps<'/plan/waves'>) {
  const actor = await pageActor('/plan/waves')
  const { after } = await searchParams
  const page = await show(listWaves(actor, typeof after === 'string' ? after : null))

  return <WaveList page={page} />
}
