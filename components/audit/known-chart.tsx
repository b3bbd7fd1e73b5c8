import { useTranslations } from 'next-intl'
import type { KnownCounts } from '@/lib/queries/audit-known'

const rowHeight = 34
const labelWidth = 150
const barWidth = 420
const width = labelWidth + barWidth + 90

/** One bar for each way of knowing, from a common zero. The same figures stand in the table beneath. */
export function KnownChart({ counts, format }: { counts: KnownCounts['counts']; format: Format }) {
  const t = useTranslations('audit')
  const largest = Math.max(1, ...counts.map(({ count }) => count))
  const height = counts.length * rowHeight
  return (
    <figure className="mb-6 max-w-prose rounded border border-line bg-surface p-4 max-sm:p-2">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('chart')} className="w-full text-ink">
        {counts.map(({ known, count }, index) => {
          const length = (count / largest) * barWidth
          const middle = index * rowHeight + rowHeight / 2
          return (
            <g key={known}>
              <text
                x={labelWidth - 12}
                y={middle}
                dy="0.35em"
                textAnchor="end"
                fontSize="15"
                fill="currentColor"
              >
                {t(`knownHow.${known}`)}
              </text>
              <rect
                x={labelWidth}
                y={middle - 10}
                width={Math.max(length, count > 0 ? 2 : 0)}
                height="20"
                className="fill-accent forced-colors:fill-[CanvasText]"
              />
              <text x={labelWidth + length + 8} y={middle} dy="0.35em" fontSize="15" fill="currentColor">
                {format(count)}
              </text>
            </g>
          )
        })}
        <line
          x1={labelWidth}
          x2={labelWidth}
          y1="0"
          y2={height}
          className="stroke-line-strong forced-colors:stroke-[CanvasText]"
        />
      </svg>
      <figcaption className="sr-only">{t('figures')}</figcaption>
    </figure>
  )
}

type Format = (count: number) => string
