import { useTranslations } from 'next-intl'
import { StuckList } from '@/components/settings/stuck-list'
import { Badge } from '@/components/ui/badge'
import { Details } from '@/components/ui/details'
import { KeyValues } from '@/components/ui/key-values'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Time } from '@/components/ui/time'
import { useMessage } from '@/lib/i18n/use-message'
import type { Sample } from '@/lib/messages/samples'
import type { Deliveries } from '@/lib/queries/deliveries'
import type { FormAction } from '@/lib/web/answer'

/** How mail goes, what waits for a decision, and what each message says. */
export function DeliveryBoard({ deliveries, samples, decide }: Props) {
  const t = useTranslations('settings.messages')
  const message = useMessage()
  const {
    waitingCount,
    waitingSince,
    waitingWhy,
    sentCount,
    lastSentAt,
    failedCount,
    uncertainCount,
    stuck,
  } = deliveries
  const isWell = failedCount + uncertainCount === 0
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        state={<Badge tone={isWell ? 'safe' : 'stop'}>{t(isWell ? 'allWell' : 'needsYou')}</Badge>}
      />
      <div className="flex flex-col gap-5">
        <Panel title={t('counts')}>
          <KeyValues
            items={[
              {
                key: 'sent',
                label: t('sent'),
                value: (
                  <>
                    {sentCount}
                    {lastSentAt && (
                      <span className="text-ink-soft text-sm">
                        {' '}
                        · {t('lastSent')} <Time at={lastSentAt} style="second" />
                      </span>
                    )}
                  </>
                ),
              },
              {
                key: 'waiting',
                label: t('waiting'),
                value: (
                  <>
                    {waitingCount}
                    {waitingSince && (
                      <span className="text-ink-soft text-sm">
                        {' '}
                        · {t('since')} <Time at={waitingSince} />
                      </span>
                    )}
                    {waitingWhy && <p className="text-wait">{message(waitingWhy)}</p>}
                  </>
                ),
              },
              { key: 'failed', label: t('failed'), value: failedCount },
              { key: 'uncertain', label: t('uncertain'), value: uncertainCount },
            ]}
          />
        </Panel>
        <StuckList messages={stuck} decide={decide} />
        <Panel title={t('samples')}>
          <p className="mb-2 max-w-prose text-ink-soft">{t('samplesHint')}</p>
          {samples.map(({ key, kind, subject, text }) => (
            <Details key={key} summary={`${t(`kind.${kind}`)}: ${subject}`}>
              <pre className="max-w-prose whitespace-pre-wrap break-words font-sans text-sm">{text}</pre>
            </Details>
          ))}
        </Panel>
      </div>
    </>
  )
}

type Props = { deliveries: Deliveries; samples: Sample[]; decide: FormAction }
