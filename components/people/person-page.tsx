import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { StaffDevices } from '@/components/device/staff-devices'
import { PersonFacts } from '@/components/people/person-facts'
import { PersonMarks } from '@/components/people/person-marks'
import { PersonMethods } from '@/components/people/person-methods'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { type Column, Table } from '@/components/ui/table'
import { TextLink } from '@/components/ui/text-link'
import { Time } from '@/components/ui/time'
import { SwapBadge } from '@/components/wave/swap-badge'
import { closeReasons } from '@/lib/domain/swap'
import { useMessage } from '@/lib/i18n/use-message'
import type { PersonSwap, PersonView } from '@/lib/queries/person'

/** One person: facts left, what happened right. */
export function PersonPage({ person, returned, timeline }: Props) {
  const t = useTranslations('people')
  const device = useTranslations('devices')
  const message = useMessage()
  return (
    <>
      <PageHeader
        above={<Breadcrumb steps={[{ key: 'people', href: '/plan/people', label: t('title') }]} />}
        title={person.displayName}
        state={<PersonMarks {...person} hasLeft={person.leftAt !== null} />}
        lead={person.callOut && message(person.callOut)}
      />
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <div className="flex min-w-0 flex-col gap-5">
          <Panel title={t('moves')}>
            <Moves swaps={person.swaps} />
          </Panel>
          {returned}
          <Panel title={t('methodsTitle')}>
            <PersonMethods methods={person.methods} />
          </Panel>
          <Panel title={device('staffTitle')}>
            <StaffDevices devices={person.devices} owner={person.displayName} />
          </Panel>
          <Panel title={t('facts')}>
            <PersonFacts person={person} />
          </Panel>
        </div>
        {timeline && <Panel title={t('timeline')}>{timeline}</Panel>}
      </div>
    </>
  )
}

type Props = {
  person: PersonView
  /** What became of their old phone, where anything did. */
  returned: ReactNode
  timeline: ReactNode
}

function Moves({ swaps }: { swaps: PersonSwap[] }) {
  const t = useTranslations('people')
  const w = useTranslations('wave')
  const columns: Column<PersonSwap>[] = [
    {
      key: 'wave',
      header: t('col_wave'),
      cell: ({ waveId, waveName }) => (
        <TextLink href={{ pathname: `/plan/waves/${waveId}` }}>{waveName}</TextLink>
      ),
    },
    {
      key: 'state',
      header: t('col_state'),
      cell: ({ state, closedWhy }) => {
        const reason = closeReasons.find((known) => known === closedWhy)
        return (
          <span className="flex flex-wrap items-center gap-2">
            <SwapBadge state={state} />
            {reason && <span className="text-ink-soft text-sm">{w(`closedWhy.${reason}`)}</span>}
          </span>
        )
      },
    },
    { key: 'since', header: t('col_since'), cell: ({ stateSince }) => <Time at={stateSince} /> },
    { key: 'note', header: t('col_note'), cell: ({ note }) => note ?? '–' },
  ]
  return (
    <Table
      caption={t('moves')}
      captionHidden
      columns={columns}
      rows={swaps}
      rowKey={({ id }) => id}
      empty={<p className="text-ink-soft">{t('movesEmpty')}</p>}
    />
  )
}
