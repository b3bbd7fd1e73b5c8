import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { EventPage } from '@/components/audit/event-page'
import { pageActor } from '@/lib/auth/actor'
import { getEvent } from '@/lib/queries/audit-event'
import { show } from '@/lib/web/show'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit')
  return { title: t('event') }
}

export default async function OneEventPage({ params }: PageProps<'/audit/[id]'>) {
  const { id } = await params
  const actor = await pageActor(`/audit/${id}`)
  const detail = await show(getEvent(actor, id))

  return <EventPage detail={detail} />
}
