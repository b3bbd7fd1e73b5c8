import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { EventList } from '@/components/audit/event-list'
import { pageActor } from '@/lib/auth/actor'
import { listEvents } from '@/lib/queries/audit'
import { show } from '@/lib/web/show'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit')
  return { title: t('title') }
}

export default async function EventsPage({ searchParams }: PageProps<'/audit'>) {
  const actor = await pageActor('/audit')
  const list = await show(listEvents(actor, await searchParams, await getTimeZone()))

  return <EventList list={list} />
}
