import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { Panel } from '@/components/ui/panel'
import { Progress } from '@/components/ui/progress'
import { Time } from '@/components/ui/time'
import type { BaselinesView } from '@/lib/queries/wave'

/** How many people's registrations have been read since the wave was published, and what holds it up. */
export function Baselines({ baselines }: { baselines: BaselinesView }) {
  const t = useTranslations('wave')
  const { read, of, waiting, failed } = baselines
  return (
    <Panel title={t('baselines')}>
      <div className="flex flex-col gap-3">
        <Progress label={t('baselinesHint')} value={read} max={of}>
          {t('baselinesRead', { read, of })}
        </Progress>
        {of > 0 && read === of && <p className="text-safe text-sm">{t('baselinesDone')}</p>}
        {waiting.count > 0 && (
          <Notice tone="wait">
            {t('baselinesWaiting', { count: waiting.count })}{' '}
            {waiting.until && <Time at={waiting.until} style="time" />}.
          </Notice>
        )}
        {failed > 0 && <Notice tone="stop">{t('baselinesFailed', { count: failed })}</Notice>}
      </div>
    </Panel>
  )
}

/** Whether more can be expected without anybody doing anything. */
export function isReading(baselines: BaselinesView | null): boolean {
  return baselines !== null && baselines.read + baselines.failed < baselines.of
}
