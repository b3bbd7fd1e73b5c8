import { useTranslations } from 'next-intl'
import { EventSentence } from '@/components/audit/event-sentence'
import { KnownMark } from '@/components/audit/known-mark'
import { LeafFields } from '@/components/audit/leaf-fields'
import { OutcomeMark } from '@/components/audit/outcome-mark'
import { PersonalPart } from '@/components/audit/personal-part'
import { Who } from '@/components/audit/who'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { CopyButton } from '@/components/ui/copy-button'
import { Messages } from '@/components/ui/messages'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import type { EventDetail } from '@/lib/queries/audit-event'

/** One event: in words, to the letter, and field by field. */
export function EventPage({ detail }: { detail: EventDetail }) {
  const t = useTranslations('audit')
  const { event, leaf, body, personal } = detail
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ key: 'list', href: '/audit', label: t('backToList') }]} />}
        title={
          <>
            <Who actor={event.actor} /> <EventSentence type={event.type} />
          </>
        }
        state={
          <>
            <KnownMark known={event.known} at={event.at} requestId={leaf.graph?.requestId ?? null} />
            {event.outcome !== 'done' && <OutcomeMark outcome={event.outcome} />}
          </>
        }
        lead={t('eventLead')}
      />
      <div className="flex flex-col gap-5">
        <Panel
          title={t('leaf')}
          aside={
            <Messages>
              <CopyButton text={body}>{t('copyLeaf')}</CopyButton>
            </Messages>
          }
        >
          <p className="mb-3 max-w-prose text-ink-soft text-sm">{t('leafHint')}</p>
          <pre className="overflow-x-auto whitespace-pre-wrap break-all rounded border border-line bg-sunken p-3 text-sm">
            <code>{body}</code>
          </pre>
        </Panel>
        <PersonalPart part={personal} />
        <Panel title={t('fields')}>
          <LeafFields detail={detail} />
        </Panel>
      </div>
    </>
  )
}
