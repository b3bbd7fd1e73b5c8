import { Siren } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { CaseStageBadge } from '@/components/case/case-stage'
import { Badge } from '@/components/ui/badge'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { type Column, Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import { type CaseOutcome, caseOutcomes } from '@/lib/domain/case'
import type { CaseRow } from '@/lib/queries/cases'

/** Cases in rows, the same on the server and while the list looks again by itself. */
export function CaseTable({ which, rows }: { which: 'open' | 'closed'; rows: CaseRow[] }) {
  const t = useTranslations('desk')
  const columns = useColumns(which)
  return (
    <Table
      caption={t(`caption_${which}`)}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      empty={
        <EmptyState
          title={t(`empty_${which}`)}
          action={
            <LinkButton href="/desk/people" variant="primary">
              {t('findCaller')}
            </LinkButton>
          }
        >
          {which === 'open' && t('empty_openHint')}
        </EmptyState>
      }
    />
  )
}

function useColumns(which: 'open' | 'closed'): Column<CaseRow>[] {
  const t = useTranslations('desk')
  const word = useTranslations('case')
  return [
    {
      key: 'case',
      header: t('col_case'),
      cell: ({ id, name, isUrgent }) => (
        <span className="flex flex-wrap items-center gap-x-2">
          <TextLink href={{ pathname: `/desk/cases/${id}` }}>{name}</TextLink>
          {isUrgent && (
            <Badge tone="stop" icon={Siren}>
              {word('urgent')}
            </Badge>
          )}
        </span>
      ),
    },
    { key: 'person', header: t('col_person'), cell: ({ person }) => person.name },
    { key: 'stage', header: t('col_stage'), cell: ({ stage }) => <CaseStageBadge stage={stage} /> },
    which === 'open'
      ? { key: 'since', header: t('col_since'), cell: ({ openedAt }) => <Time at={openedAt} /> }
      : {
          key: 'closed',
          header: t('col_closed'),
          cell: ({ closedAt, closedWhy }) => (
            <>
              {closedAt && <Time at={closedAt} />}{' '}
              {isOutcome(closedWhy) && <span className="text-ink-soft">{word(`outcome_${closedWhy}`)}</span>}
            </>
          ),
        },
    { key: 'reason', header: t('col_reason'), cell: ({ reason }) => word(`reason_${reason}`) },
    {
      key: 'swap',
      header: t('col_swap'),
      cell: ({ swapState }) =>
        swapState ? word(`swap_${swapState}`) : <span className="text-ink-soft">{t('noMove')}</span>,
    },
    { key: 'site', header: t('col_site'), cell: ({ person }) => person.site ?? '' },
    {
      key: 'agent',
      header: t('col_agent'),
      cell: ({ agent }) =>
        agent ? agent.isYou ? t('you') : agent.name : <span className="text-ink-soft">{t('nobody')}</span>,
    },
  ]
}

function isOutcome(text: string | null): text is CaseOutcome {
  return caseOutcomes.some((outcome) => outcome === text)
}
