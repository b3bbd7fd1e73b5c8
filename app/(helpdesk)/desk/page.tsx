import { getTranslations } from 'next-intl/server'
import { DeskHome } from '@/components/desk/desk-home'
import { pageActor } from '@/lib/auth/actor'
import { getBlockers } from '@/lib/queries/blockers'
import { listCases } from '@/lib/queries/cases'
import { listReferences } from '@/lib/queries/references'
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

  const [references, blockers] = await Promise.all([listReferences(actor), getBlockers(actor)])

  return (
    <DeskHome
      page={page}
      which={which}
      isFirstPage={cursor === null}
      references={references}
      blockers={blockers}
    />
  )
}
