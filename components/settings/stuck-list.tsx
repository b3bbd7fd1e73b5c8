import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { Messages } from '@/components/ui/messages'
import { PlainForm } from '@/components/ui/plain-form'
import { type Column, Table } from '@/components/ui/table'
import { Time } from '@/components/ui/time'
import { useMessage } from '@/lib/i18n/use-message'
import type { StuckMessage } from '@/lib/queries/deliveries'
import type { FormAction } from '@/lib/web/answer'

/** Messages that wait for a decision, with why, and what can be decided. */
export function StuckList({ messages, decide }: { messages: StuckMessage[]; decide: FormAction }) {
  const t = useTranslations('settings.messages')
  return (
    <section aria-labelledby="stuck" className="flex flex-col gap-2">
      <h2 id="stuck" className="text-lg">
        {t('stuck')}
      </h2>
      <Messages>
        <Table
          caption={t('stuck')}
          captionHidden
          columns={useColumns(decide)}
          rows={messages}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t('stuckEmpty')}>{t('stuckEmptyHint')}</EmptyState>}
        />
      </Messages>
    </section>
  )
}

function useColumns(decide: FormAction): Column<StuckMessage>[] {
  const t = useTranslations('settings.messages')
  const message = useMessage()
  return [
    { key: 'to', header: t('to'), cell: ({ name }) => name },
    { key: 'what', header: t('what'), cell: ({ kind }) => (kind ? t(`kind.${kind}`) : t('otherKind')) },
    { key: 'since', header: t('since'), cell: ({ queuedAt }) => <Time at={queuedAt} /> },
    {
      key: 'why',
      header: t('why'),
      cell: ({ state, failure, triedAt, graphRequestId }) => (
        <span className="flex flex-col items-start gap-1">
          <Badge tone={state === 'failed' ? 'stop' : 'wait'}>{t(state)}</Badge>
          <span>{message(failure)}</span>
          {state === 'uncertain' && <span className="text-ink-soft text-sm">{t('uncertainHint')}</span>}
          {triedAt && (
            <span className="text-ink-soft text-xs">
              {t('tried')} <Time at={triedAt} style="second" />
              {graphRequestId && <span className="font-mono"> {graphRequestId}</span>}
            </span>
          )}
        </span>
      ),
    },
    {
      key: 'decide',
      header: t('decide'),
      cell: ({ id, name, decisions }) => (
        <div className="flex flex-col gap-2 py-1">
          {decisions.map((decision) => (
            <PlainForm
              key={decision}
              action={decide}
              variant="secondary"
              label={t(`decide_${decision}`, { name })}
              hidden={{ messageId: id, decision }}
            />
          ))}
        </div>
      ),
    },
  ]
}
