import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Time } from '@/components/ui/time'
import type { Tone } from '@/components/ui/tone'
import type { PartState } from '@/lib/domain/health'
import type { HealthView } from '@/lib/queries/health-view'

/** Each part of the house in words, and what to do where one is not well. */
export function HealthBoard({ health }: { health: HealthView }) {
  const t = useTranslations('settings.health')
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        state={
          <Badge tone={health.isWell ? 'safe' : 'stop'}>{t(health.isWell ? 'allWell' : 'notWell')}</Badge>
        }
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        {health.parts.map((part) => (
          <PartPanel key={part.name} part={part} />
        ))}
      </div>
    </>
  )
}

function PartPanel({ part: { name, state, at, needsWork } }: { part: HealthView['parts'][number] }) {
  const t = useTranslations('settings.health')
  return (
    <Panel title={t(`part.${name}`)} aside={<Badge tone={toneOf[state]}>{t(`status.${state}`)}</Badge>}>
      <div className="flex flex-col gap-3">
        <p>{t(`about.${name}_${state}`)}</p>
        <p className="text-ink-soft text-sm">
          {t('lastSign')}: {at ? <Time at={at} style="second" /> : t('none')}
        </p>
        {needsWork && (
          <Notice tone="stop" title={t('todoTitle')}>
            {t(`todo.${name}`)}
          </Notice>
        )}
      </div>
    </Panel>
  )
}

const toneOf: Record<PartState, Tone> = { ok: 'safe', late: 'wait', down: 'stop', unknown: 'plain' }
