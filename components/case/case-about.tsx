import { useTranslations } from 'next-intl'
import { CaseContext } from '@/components/case/case-context'
import { PlainForm } from '@/components/desk/plain-form'
import { CaseReferences } from '@/components/reference/case-references'
import { KeyValues } from '@/components/ui/key-values'
import { Messages } from '@/components/ui/messages'
import { Panel } from '@/components/ui/panel'
import { Time } from '@/components/ui/time'
import type { CaseView } from '@/lib/queries/case-view'
import type { FormAction } from '@/lib/web/answer'

/** The case itself: why, since when, with whom, and where the person was when they asked. */
export function CaseAbout({ view, take, link }: { view: CaseView; take: FormAction; link: FormAction }) {
  const t = useTranslations('case')
  const { row, ticket, openedBy, context, refusals } = view
  return (
    <Panel title={t('about')}>
      <div className="flex flex-col gap-4">
        <KeyValues
          items={[
            { key: 'reason', label: t('reason'), value: t(`reason_${row.reason}`) },
            {
              key: 'opened',
              label: t('openedAt'),
              value: (
                <>
                  <Time at={row.openedAt} />{' '}
                  <span className="text-ink-soft">
                    {openedBy.isPerson ? t('openedByPerson') : t('openedByAgent', { name: openedBy.name })}
                  </span>
                </>
              ),
            },
            ...(ticket ? [{ key: 'ticket', label: t('ticket'), value: <code>{ticket}</code> }] : []),
            ...(row.closedAt
              ? [{ key: 'closed', label: t('closedAt'), value: <Time at={row.closedAt} /> }]
              : []),
          ]}
        />
        <CaseContext context={context} />
        <CaseReferences view={view} link={link} />
        {row.stage !== 'closed' && <p>{whoHas(view, t)}</p>}
        {refusals.take === null && (
          <Messages>
            <PlainForm
              action={take}
              variant="secondary"
              hidden={{ caseId: row.id }}
              label={row.agent ? t('takeOver', { name: row.agent.name }) : t('take')}
            />
          </Messages>
        )}
      </div>
    </Panel>
  )
}

function whoHas({ row: { agent } }: CaseView, t: ReturnType<typeof useTranslations<'case'>>): string {
  if (!agent) return t('withNobody')
  return agent.isYou ? t('withYou') : t('withOther', { name: agent.name })
}
