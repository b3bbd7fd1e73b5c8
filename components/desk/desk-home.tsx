import { useTranslations } from 'next-intl'
import { CaseQueue } from '@/components/desk/case-queue'
import { CaseTable } from '@/components/desk/case-table'
import { ReferenceTable } from '@/components/reference/reference-table'
import { Blockers } from '@/components/topic/blockers'
import { LinkButton } from '@/components/ui/link-button'
import { Messages } from '@/components/ui/messages'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Panel } from '@/components/ui/panel'
import { Tabs } from '@/components/ui/tabs'
import { referencesMax } from '@/lib/domain/reference'
import type { BlockersView } from '@/lib/queries/blockers'
import type { CasePage } from '@/lib/queries/cases'
import type { ReferenceView } from '@/lib/queries/references'

/** The desk's queue. */
export function DeskHome({ page, which, isFirstPage, references, blockers }: Props) {
  const t = useTranslations('desk')
  const waiting = useTranslations('reference')
  const blocked = useTranslations('blockers')
  return (
    <>
      <PageHeader
        title={t('cases')}
        lead={t('casesLead')}
        actions={
          <LinkButton href="/desk/people" variant="primary">
            {t('findCaller')}
          </LinkButton>
        }
      />
      <Tabs
        label={t('sides')}
        tabs={(['open', 'closed'] as const).map((side) => ({
          key: side,
          href: side === 'open' ? '/desk' : { pathname: '/desk', query: { side } },
          label: t(`side_${side}`),
          current: side === which,
          count: page.counts[side],
        }))}
      />
      {which === 'open' && isFirstPage ? (
        <Messages namespaces={['desk', 'case']}>
          <CaseQueue initial={page} />
        </Messages>
      ) : (
        <CaseTable which={which} rows={page.cases} />
      )}
      <Pagination
        previous={isFirstPage ? null : { pathname: '/desk', query: { side: which } }}
        next={page.next === null ? null : { pathname: '/desk', query: { side: which, after: page.next } }}
      />
      {which === 'open' && isFirstPage && (
        <div className="mt-6 flex flex-col gap-6">
          <Panel title={waiting('waitingTitle')}>
            <div className="flex flex-col gap-3">
              <p className="max-w-prose text-ink-soft">{waiting('waitingLead')}</p>
              <ReferenceTable references={references.slice(0, referencesMax)} />
              {references.length > referencesMax && (
                <p className="text-ink-soft">{waiting('waitingMore', { max: referencesMax })}</p>
              )}
            </div>
          </Panel>
          <Panel title={blocked('title')}>
            <Blockers blockers={blockers} />
          </Panel>
        </div>
      )}
    </>
  )
}

type Props = {
  page: CasePage
  which: 'open' | 'closed'
  isFirstPage: boolean
  references: ReferenceView[]
  blockers: BlockersView
}
