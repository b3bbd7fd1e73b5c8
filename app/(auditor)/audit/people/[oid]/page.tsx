import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { PersonEvents } from '@/components/audit/person-events'
import { pageActor } from '@/lib/auth/actor'
import { listPersonEvents } from '@/lib/queries/audit'
import { getAuditPerson } from '@/lib/queries/audit-person'
import { show } from '@/lib/web/show'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('audit')
  return { title: t('person') }
}

export default async function PersonEventsPage({ params, searchParams }: PageProps<'/audit/people/[oid]'>) {
  const { oid } = await params
  const actor = await pageActor(`/audit/people/${oid}`)
  const { page } = await searchParams
  const person = await show(getAuditPerson(actor, oid))
  const events = await show(listPersonEvents(actor, person.oid, typeof page === 'string' ? page : null))

  return <PersonEvents person={person} page={events} />
}
