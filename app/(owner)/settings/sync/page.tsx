import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import {
  askSyncAction,
  confirmLeaversAction,
  lookAgainAction,
  rejectLeaversAction,
} from '@/app/(owner)/settings/actions'
import { SyncBoard } from '@/components/settings/sync-board'
import { pageActor } from '@/lib/auth/actor'
import { listSyncs } from '@/lib/queries/sync'
import { listSyncRuns } from '@/lib/queries/sync-history'
import { show } from '@/lib/web/show'

const actions = {
  ask: askSyncAction,
  confirm: confirmLeaversAction,
  reject: rejectLeaversAction,
  lookAgain: lookAgainAction,
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('settings.sync')
  return { title: t('title') }
}

export default async function SyncPage() {
  const actor = await pageActor('/settings/sync')
  const history = await show(listSyncRuns(actor))
  const syncs = await listSyncs(actor)

  return <SyncBoard syncs={syncs} history={history} actions={actions} />
}
