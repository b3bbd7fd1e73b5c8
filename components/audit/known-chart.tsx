import { useTranslations } from 'next-intl'
import type { KnownCounts } from '@/lib/queries/audit-known'

/** One bar for each way of knowing, from a common zero. The same figures stand in the table beneath. */
export function KnownChart({ counts, format }: { counts: KnownCounts['counts']; format: Format }) {
  const t = useTranslations('audit')
  const largest = Math.max(1, ...counts.map(({ count }) => count))
  return (
    <figure
      aria-label={t('chart')}
      className="mb-6 grid max-w-prose grid-cols-[minmax(0,1fr)_max-content] items-center gap-x-3 gap-y-1 rounded border border-line bg-surface p-4 sm:grid-cols-[max-content_minmax(0,1fr)_max-content] sm:gap-y-3"
    >
      {counts.map(({ known, count }) => (
        <div key={known} className="contents">
          <span className="text-sm max-sm:col-span-2 max-sm:mt-2 sm:text-right">
            {t(`knownHow.${known}`)}
          </span>
          <Bar share={count / largest} />
          <span className="tabular text-right text-sm">{format(count)}</span>
        </div>
      ))}
    </figure>
  )
}

/** A stretched drawing, so that the words beside it keep their size. */
function Bar({ share }: { share: number }) {
  return (
    <svg
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      aria-hidden="true"
      className="h-5 w-full border-line-strong border-l"
    >
      <rect
        width={share > 0 ? Math.max(share * 100, 0.5) : 0}
        height="10"
        className="fill-accent forced-colors:fill-[CanvasText] print:fill-[black]"
      />
    </svg>
  )
}

type Format = (count: number) => string
