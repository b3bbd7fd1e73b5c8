import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HealthBoard } from '@/components/settings/health-board'
import { pageActor } from '@/lib/auth/actor'
import { getHealth } from '@/lib/queries/health-view'
import { show } from '@/lib/web/show'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.health')
  return { title: t('title') }
}

export default async function HealthPage() {
  const actor = await pageActor('/settings/health')
  const health = await show(getHealth(actor))

  return <HealthBoard health={health} />
}
