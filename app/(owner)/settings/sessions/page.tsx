import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { endSessionAction } from '@/app/(owner)/settings/actions'
import { SessionList } from '@/components/settings/session-list'
import { pageActor } from '@/lib/auth/actor'
import { listLiveSessions } from '@/lib/queries/live-sessions'
import { show } from '@/lib/web/show'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.sessions')
  return { title: t('title') }
}

export default async function SessionsPage({ searchParams }: PageProps<'/settings/sessions'>) {
  const actor = await pageActor('/settings/sessions')
  const search = await searchParams
  const q = typeof search.q === 'string' ? search.q : ''
  const page = typeof search.page === 'string' ? search.page : null
  const sessions = await show(listLiveSessions(actor, { q, page }))

  return <SessionList page={sessions} q={q} endSession={endSessionAction} />
}
