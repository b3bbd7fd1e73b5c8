import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Panel } from '@/components/ui/panel'
import type { Tone } from '@/components/ui/tone'
import type { Finding, Weight } from '@/lib/domain/findings'

/** What was found, the weightiest first: what it is, what it does to a move, and what to click or run. */
export function FindingList({ findings }: { findings: Finding[] }) {
  const t = useTranslations('findings')
  if (findings.length === 0) return <EmptyState title={t('nothing')}>{t('nothingHint')}</EmptyState>
  return (
    <ol className="flex flex-col gap-4">
      {findings.map((finding) => (
        <li key={finding.code}>
          <Panel
            title={t(`${finding.code}.title`, finding.values)}
            aside={<Badge tone={toneOf[finding.weight]}>{t(`weight_${finding.weight}`)}</Badge>}
          >
            <p>{t(`${finding.code}.means`, finding.values)}</p>
            <p className="mt-2">
              <strong className="font-semibold">{t('mend')}</strong>{' '}
              {t(`${finding.code}.mend`, finding.values)}
            </p>
          </Panel>
        </li>
      ))}
    </ol>
  )
}

const toneOf: Record<Weight, Tone> = { stop: 'stop', wait: 'wait', note: 'note' }
