import { getTranslations } from 'next-intl/server'
import { ConfirmList } from '@/components/confirm/confirm-list'
import { pageActor } from '@/lib/auth/actor'
import { listMyConfirmations } from '@/lib/queries/confirmations'

export async function generateMetadata() {
  const t = await getTranslations('confirm')
  return { title: t('title') }
}

export default async function ConfirmationsPage() {
  const actor = await pageActor('/my/confirm')
  return <ConfirmList questions={await listMyConfirmations(actor)} />
}
