import { getTranslations } from 'next-intl/server'
import { OtherApps } from '@/components/other-apps/other-apps'
import { pageActor } from '@/lib/auth/actor'
import { otherApps } from '@/lib/guides/other-apps'
import { findAllowedMethods } from '@/lib/queries/tenant'

export async function generateMetadata() {
  const t = await getTranslations('otherApps')
  return { title: t('title') }
}

export default async function OtherAppsPage() {
  const actor = await pageActor('/my/other-apps')
  return <OtherApps apps={otherApps} allowed={await findAllowedMethods(actor)} />
}
