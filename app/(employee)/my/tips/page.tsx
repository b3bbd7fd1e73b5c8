import { getTranslations } from 'next-intl/server'
import { Tips } from '@/components/tips/tips'
import { pageActor } from '@/lib/auth/actor'

export async function generateMetadata() {
  const t = await getTranslations('tips')
  return { title: t('title') }
}

export default async function TipsPage() {
  await pageActor('/my/tips')
  return <Tips />
}
