import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { decideMessageAction } from '@/app/(owner)/settings/actions'
import { DeliveryBoard } from '@/components/settings/delivery-board'
import { pageActor } from '@/lib/auth/actor'
import { portalUrl } from '@/lib/auth/cookies'
import { sampleMessages } from '@/lib/messages/samples'
import { getDeliveries } from '@/lib/queries/deliveries'
import { show } from '@/lib/web/show'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.messages')
  return { title: t('title') }
}

export default async function MessagesPage() {
  const actor = await pageActor('/settings/messages')
  const deliveries = await show(getDeliveries(actor))
  const language = await getLocale()
  const samples = sampleMessages(language, { portalUrl: portalUrl(), now: deliveries.now })

  return <DeliveryBoard deliveries={deliveries} samples={samples} decide={decideMessageAction} />
}
