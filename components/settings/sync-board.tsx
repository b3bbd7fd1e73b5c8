import { useTranslations } from 'next-intl'
import { SyncHistory } from '@/components/settings/sync-history'
import { SyncPanel } from '@/components/settings/sync-panel'
import { Messages } from '@/components/ui/messages'
import { PageHeader } from '@/components/ui/page-header'
import { Watch } from '@/components/ui/watch'
import type { SyncView } from '@/lib/queries/sync'
import type { PastRun } from '@/lib/queries/sync-history'
import type { FormAction } from '@/lib/web/answer'

/** How reading the directory stands, what it did before, and what a person can do about it. */
export function SyncBoard({ syncs, history, actions }: Props) {
  const t = useTranslations('settings.sync')
  const isMoving = syncs.some(({ run }) => run === null || run.state === 'running')
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {isMoving && <Watch lookAgain={actions.lookAgain} />}
      <div className="flex flex-col gap-6">
        <Messages namespaces={['settings']}>
          <div className="grid items-start gap-5 lg:grid-cols-2">
            {syncs.map((sync) => (
              <SyncPanel key={sync.pipeline} sync={sync} actions={actions} />
            ))}
          </div>
        </Messages>
        <section>
          <h2 className="mb-3 text-lg">{t('history')}</h2>
          <SyncHistory runs={history} />
        </section>
      </div>
    </>
  )
}

export type SyncActions = {
  ask: FormAction
  confirm: FormAction
  reject: FormAction
  /** Reads the page again while something moves. */
  lookAgain: () => Promise<void>
}

type Props = { syncs: SyncView[]; history: PastRun[]; actions: SyncActions }
