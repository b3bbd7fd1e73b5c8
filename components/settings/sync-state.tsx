import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/tone'
import type { SyncView } from '@/lib/queries/sync'

type State = NonNullable<SyncView['run']>['state']

/** How a run stands, or that there has been none. */
export function SyncState({ state }: { state: State | null }) {
  const t = useTranslations('settings.sync')
  return <Badge tone={state ? toneOf[state] : 'plain'}>{state ? t(`state.${state}`) : t('never')}</Badge>
}

const toneOf: Record<State, Tone> = { running: 'note', done: 'safe', failed: 'stop', held: 'wait' }
