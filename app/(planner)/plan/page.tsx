import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PlanHome } from '@/components/wave/plan-home'
import { pageActor } from '@/lib/auth/actor'
import { getBlockers } from '@/lib/queries/blockers'
import { getPlanHome } from '@/lib/queries/plan-home'
import { show } from '@/lib/web/show'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('plan')
  return { title: t('title') }
}

export default async function PlanPage() {
  const actor = await pageActor('/plan')
  const home = await show(getPlanHome(actor))
  const blockers = home.isPlanner ? await getBlockers(actor) : null

  return <PlanHome home={home} blockers={blockers} />
}
