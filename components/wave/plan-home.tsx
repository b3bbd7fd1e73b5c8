import { useTranslations } from 'next-intl'
import { Blockers } from '@/components/topic/blockers'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type Column, Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { TimeRange } from '@/components/ui/time-range'
import { MemberTable } from '@/components/wave/member-table'
import { WaveStateBadge } from '@/components/wave/state-badge'
import { Arrived } from '@/components/wave/wave-list'
import { Seats } from '@/components/window/window-table'
import type { BlockersView } from '@/lib/queries/blockers'
import type { HomeView } from '@/lib/queries/plan-home'

/** What a planner sees first: what is on today, how the waves stand, and who does not get on. */
export function PlanHome({ home, blockers }: { home: HomeView; blockers: BlockersView | null }) {
  const t = useTranslations('plan')
  const blocked = useTranslations('blockers')
  return (
    <>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          home.isPlanner && (
            <LinkButton href="/plan/waves/new" variant="primary">
              {t('newWave')}
            </LinkButton>
          )
        }
      />
      <div className="flex flex-col gap-6">
        <Panel title={t('todayTitle')}>
          <Today today={home.today} />
        </Panel>
        <Panel title={t('wavesTitle')} aside={<TextLink href="/plan/waves">{t('allWaves')}</TextLink>}>
          <Current waves={home.waves} />
        </Panel>
        <Panel title={t('stuckTitle')}>
          {home.stuck.length > 0 ? (
            <MemberTable members={home.stuck} isPlanner={home.isPlanner} withWave />
          ) : (
            <p className="max-w-prose text-ink-soft">{t('stuckEmpty')}</p>
          )}
        </Panel>
        {blockers && (
          <Panel title={blocked('title')}>
            <Blockers blockers={blockers} />
          </Panel>
        )}
      </div>
    </>
  )
}

type TodayRow = HomeView['today'][number]

function Today({ today }: { today: TodayRow[] }) {
  const t = useTranslations('plan')
  const w = useTranslations('window')
  if (today.length === 0) {
    return (
      <p className="max-w-prose text-ink-soft">
        {t('todayEmpty')} {t('todayEmptyDraft')}
      </p>
    )
  }
  const columns: Column<TodayRow>[] = [
    { key: 'name', header: w('col_name'), cell: ({ name }) => name },
    {
      key: 'when',
      header: w('col_when'),
      cell: ({ startsAt, endsAt, timeZone }) => <TimeRange from={startsAt} to={endsAt} zone={timeZone} />,
    },
    { key: 'site', header: w('site'), cell: ({ site }) => site },
    { key: 'seats', header: w('col_seats'), cell: (window) => <Seats window={window} /> },
    {
      key: 'wave',
      header: t('wavesTitle'),
      cell: ({ waveId, waveName }) => (
        <TextLink href={{ pathname: `/plan/waves/${waveId}` }}>{waveName}</TextLink>
      ),
    },
  ]
  return (
    <Table caption={t('todayTitle')} captionHidden columns={columns} rows={today} rowKey={({ id }) => id} />
  )
}

type CurrentRow = HomeView['waves'][number]

function Current({ waves }: { waves: CurrentRow[] }) {
  const t = useTranslations('plan')
  const w = useTranslations('wave')
  const columns: Column<CurrentRow>[] = [
    {
      key: 'name',
      header: w('col_name'),
      cell: ({ id, name }) => <TextLink href={{ pathname: `/plan/waves/${id}` }}>{name}</TextLink>,
    },
    { key: 'state', header: w('col_state'), cell: ({ state }) => <WaveStateBadge state={state} /> },
    { key: 'arrived', header: w('col_arrived'), cell: ({ counts }) => <Arrived counts={counts} /> },
  ]
  return (
    <Table
      caption={t('wavesTitle')}
      captionHidden
      columns={columns}
      rows={waves}
      rowKey={({ id }) => id}
      empty={<EmptyState title={t('wavesEmpty')}>{t('wavesEmptyHint')}</EmptyState>}
    />
  )
}
