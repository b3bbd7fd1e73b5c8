import { useTranslations } from 'next-intl'
import { Known } from '@/components/truth/known'
import type { MySwapView } from '@/lib/queries/my-swap'

type State = MySwapView['levels'][number]

/** How one level of the gate is known, in the grammar of truth. */
export function LevelKnown({ state }: { state: State }) {
  const t = useTranslations('swap')
  const { known, reachedAt, reason } = state
  if (!reachedAt) return <Known how="unknown" />
  const source = t(`source_${state.level}`)
  const why = reason ? t(`reason_${reason}`) : undefined
  if (known === 'declared')
    return <Known how="attested" by="you" at={reachedAt} evidence={{ source: why ?? source }} />
  if (known === 'attested') return <Known how="attested" by="you" at={reachedAt} evidence={{ source }} />
  if (known === 'weaker') return <Known how="proved" at={reachedAt} weaker={why} evidence={{ source }} />
  return <Known how={known} at={reachedAt} evidence={{ source: why ?? source }} />
}
