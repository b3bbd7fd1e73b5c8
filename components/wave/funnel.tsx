import { useTranslations } from 'next-intl'
import { useSwapWord } from '@/components/wave/swap-badge'
import { type SwapState, swapStates } from '@/lib/domain/swap'
import type { StateCounts } from '@/lib/queries/waves'

/** One bar for a whole wave, for lists: how many people are how far. The words beside it say the same. */
export function FunnelBar({ counts }: { counts: StateCounts }) {
  const total = totalOf(counts)
  const parts = partsOf(counts, total)
  return (
    <svg aria-hidden="true" viewBox="0 0 160 10" preserveAspectRatio="none" className="h-2.5 w-40 max-w-full">
      <rect width="160" height="10" rx="2" className="fill-sunken stroke-line" />
      {parts.map(({ state, from, share }) => (
        <rect key={state} x={from * 160} width={share * 160} height="10" className={fills[state]} />
      ))}
    </svg>
  )
}

/** How many people are in each state: figures with a bar each, everything on a common scale. */
export function Funnel({ counts }: { counts: StateCounts }) {
  const t = useTranslations('wave')
  const p = useTranslations('plan')
  const word = useSwapWord()
  const total = totalOf(counts)
  const most = Math.max(1, ...Object.values(counts))
  return (
    <table className="w-full text-sm">
      <caption className="sr-only">{t('funnelCaption')}</caption>
      <thead>
        <tr className="text-left text-ink-soft">
          <th scope="col" className="py-1 pr-3 font-semibold">
            {p('state')}
          </th>
          <th scope="col" className="py-1 pr-3 text-right font-semibold">
            {p('people')}
          </th>
          <th scope="col" className="w-1/2 py-1 font-semibold max-sm:sr-only">
            {p('share')}
          </th>
        </tr>
      </thead>
      <tbody>
        {swapStates.map((state) => (
          <tr key={state} className="border-line border-t">
            <th scope="row" className="py-1 pr-3 text-left font-normal">
              {word(state)}
            </th>
            <td className="tabular py-1 pr-3 text-right">{counts[state] ?? 0}</td>
            <td className="py-1 max-sm:sr-only">
              <svg
                aria-hidden="true"
                viewBox="0 0 100 10"
                preserveAspectRatio="none"
                className="block h-2.5 w-full"
              >
                <rect width={(100 * (counts[state] ?? 0)) / most} height="10" className={fills[state]} />
              </svg>
              <span className="sr-only">
                {total === 0 ? 0 : Math.round((100 * (counts[state] ?? 0)) / total)} %
              </span>
            </td>
          </tr>
        ))}
        <tr className="border-line-strong border-t">
          <th scope="row" className="py-1 pr-3 text-left">
            {p('total')}
          </th>
          <td className="tabular py-1 pr-3 text-right font-semibold">{total}</td>
          <td className="max-sm:sr-only" />
        </tr>
      </tbody>
    </table>
  )
}

/** How many people are in the wave, whatever became of them. */
export function totalOf(counts: StateCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}

function partsOf(counts: StateCounts, total: number) {
  let from = 0
  return [...swapStates].reverse().flatMap((state) => {
    const share = total === 0 ? 0 : (counts[state] ?? 0) / total
    const part = { state, from, share }
    from += share
    return share > 0 ? [part] : []
  })
}

/** One accent and greys: only what has arrived is in full colour. */
const fills: Record<SwapState, string> = {
  not_invited: 'fill-line',
  invited: 'fill-line',
  booked: 'fill-line-strong',
  preparing: 'fill-line-strong',
  registered: 'fill-ink-soft',
  proved: 'fill-ink-soft',
  removed: 'fill-ink-soft',
  safe_to_wipe: 'fill-accent',
  returned: 'fill-accent',
  closed: 'fill-line-strong',
}
