import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Privacy } from '@/components/settings/privacy'
import { pageActor } from '@/lib/auth/actor'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.privacy')
  return { title: t('title') }
}

export default async function PrivacyPage() {
  await pageActor('/settings/privacy')

  return <Privacy />
}
