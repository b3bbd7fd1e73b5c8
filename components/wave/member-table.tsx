import { useTranslations } from 'next-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { type Column, Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import { SwapBadge } from '@/components/wave/swap-badge'
import { Troubles } from '@/components/wave/troubles'
import { closeReasons } from '@/lib/domain/swap'
import type { MemberRow } from '@/lib/queries/members'

/** People in waves, how their move stands and what stands in its way. */
export function MemberTable({ members, isPlanner, withWave, isFiltered }: Props) {
  const t = useTranslations('wave')
  const columns: Column<MemberRow>[] = [
    {
      key: 'person',
      header: t('col_person'),
      cell: ({ personId, displayName, userPrincipalName }) => (
        <span className="flex flex-col gap-0.5 py-0.5">
          <TextLink href={{ pathname: `/plan/people/${personId}` }}>{displayName}</TextLink>
          <span className="font-normal text-ink-soft text-xs max-sm:break-all">{userPrincipalName}</span>
        </span>
      ),
    },
    { key: 'site', header: t('col_site'), cell: ({ site }) => site ?? '–' },
    { key: 'swap', header: t('col_swap'), cell: (member) => <SwapCell member={member} /> },
    withWave
      ? {
          key: 'wave',
          header: t('col_name'),
          cell: ({ waveId, waveName }) => (
            <TextLink href={{ pathname: `/plan/waves/${waveId}` }}>{waveName}</TextLink>
          ),
        }
      : {
          key: 'window',
          header: t('col_window'),
          cell: ({ window }) => window?.name ?? <span className="text-ink-soft">{t('noSeat')}</span>,
        },
    {
      key: 'trouble',
      header: t('col_trouble'),
      cell: ({ troubles }) => <Troubles troubles={troubles} />,
    },
  ]
  if (isPlanner) {
    columns.push({
      key: 'action',
      header: t('col_action'),
      cell: ({ waveId, swapId, closable, displayName }) =>
        closable.length > 0 && (
          <TextLink href={{ pathname: `/plan/waves/${waveId}/close/${swapId}` }} className="text-sm">
            {t('closeLink')} <span className="sr-only">{displayName}</span>
          </TextLink>
        ),
    })
  }
  return (
    <Table
      caption={t('membersCaption')}
      captionHidden
      columns={columns}
      rows={members}
      rowKey={({ swapId }) => swapId}
      empty={
        isFiltered ? (
          <EmptyState title={t('membersEmptyFiltered')} />
        ) : (
          <EmptyState title={t('membersEmpty')}>{t('membersEmptyHint')}</EmptyState>
        )
      }
    />
  )
}

function SwapCell({ member: { state, stateSince, closedWhy, invitation } }: { member: MemberRow }) {
  const t = useTranslations('wave')
  const reason = closeReasons.find((known) => known === closedWhy)
  return (
    <span className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
      <SwapBadge state={state} />
      <span className="text-ink-soft text-xs">
        {reason && <>{t(`closedWhy.${reason}`)}, </>}
        <Time at={stateSince} />
      </span>
      {invitation && (
        <span className="basis-full text-ink-soft text-xs">
          {t(`invitation_${invitation.state}`)}
          {invitation.state === 'sent' && (
            <>
              {' '}
              <Time at={invitation.at} />
            </>
          )}
        </span>
      )}
    </span>
  )
}

type Props = {
  members: MemberRow[]
  isPlanner: boolean
  /** Shows the wave instead of the window: for lists across waves. */
  withWave?: boolean
  isFiltered?: boolean
}
