import { getTranslations } from 'next-intl/server'
import { DeskHome } from '@/components/desk/desk-home'
import { pageActor } from '@/lib/auth/actor'
import { listCases } from '@/lib/queries/cases'
import { show } from '@/lib/web/show'

export async function generateMetadata() {
  const t = await getTranslations('desk')
  return { title: t('cases') }
}

export default async function DeskPage({ searchParams }: PageProps<'/desk'>) {
  const actor = await pageActor('/desk')
  const { side, after } = await searchParams
  const which = side === 'closed' ? 'closed' : 'open'
  const cursor = typeof after === 'string' ? after : null
  const page = await show(listCases(actor, { which, after: cursor }))

  return <DeskHome page={page} which={which} isFirstPage={cursor === null} />
}
