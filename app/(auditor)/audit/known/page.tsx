import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { KnownCounts } from '@/components/audit/known-counts'
import { pageActor } from '@/lib/auth/actor'
import { countedDays, countKnown } from '@/lib/queries/audit-known'
import { show } from '@/lib/web/show'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit')
  return { title: t('knownTitle') }
}

export default async function KnownPage({ searchParams }: PageProps<'/audit/known'>) {
  const actor = await pageActor('/audit/known')
  const { days } = await searchParams
  const view = await show(countKnown(actor, typeof days === 'string' ? days : undefined))

  return <KnownCounts view={view} choices={countedDays} />
}
