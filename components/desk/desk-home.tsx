import { useTranslations } from 'next-intl'
import { CaseQueue } from '@/components/desk/case-queue'
import { CaseTable } from '@/components/desk/case-table'
import { LinkButton } from '@/components/ui/link-button'
import { Messages } from '@/components/ui/messages'
import { PageHeader } from '@/components/ui/page-header'
import { Pagination } from '@/components/ui/pagination'
import { Tabs } from '@/components/ui/tabs'
import type { CasePage } from '@/lib/queries/cases'

/** The desk's queue. */
export function DeskHome({ page, which, isFirstPage }: Props) {
  const t = useTranslations('desk')
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
    </>
  )
}

type Props = { page: CasePage; which: 'open' | 'closed'; isFirstPage: boolean }
