import { getTranslations } from 'next-intl/server'
import { CallerSearch } from '@/components/desk/caller-search'
import { pageActor } from '@/lib/auth/actor'
import { callersMax, findCallers } from '@/lib/queries/callers'
import { findReference } from '@/lib/queries/references'
import { show } from '@/lib/web/show'

export async function generateMetadata() {
  const t = await getTranslations('desk')
  return { title: t('searchTitle') }
}

export default async function CallersPage({ searchParams }: PageProps<'/desk/people'>) {
  const actor = await pageActor('/desk/people')
  const { q } = await searchParams
  const typed = typeof q === 'string' ? q.slice(0, 100).trim() : ''
  const callers = await show(findCallers(actor, typed))

  const reference = await findReference(actor, typed)

  return <CallerSearch typed={typed} callers={callers} reference={reference} max={callersMax} />
}
