import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Pulse } from '@/components/desk/pulse'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { LinkButton } from '@/components/ui/link-button'
import { Messages } from '@/components/ui/messages'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { Baselines, isReading } from '@/components/wave/baselines'
import { Funnel, totalOf } from '@/components/wave/funnel'
import { GiveSeats } from '@/components/wave/give-seats'
import { MemberSection } from '@/components/wave/member-section'
import { WaveStateBadge } from '@/components/wave/state-badge'
import { WaveActions } from '@/components/wave/wave-actions'
import { WaveFacts } from '@/components/wave/wave-facts'
import { AddWindow } from '@/components/window/add-window'
import type { WindowChoices } from '@/components/window/window-fields'
import { WindowTable } from '@/components/window/window-table'
import type { MemberFilter, MemberPage } from '@/lib/queries/members'
import type { WaveView } from '@/lib/queries/wave'
import type { FormAction } from '@/lib/web/answer'

/** One wave: what it is, what can be done with it, how far its people are, and the people themselves. */
export function WavePage({ wave, page, filter, choices, version, actions }: Props) {
  const t = useTranslations('wave')
  const canPlan = wave.isPlanner && wave.refusals.plan === null
  return (
    <Messages namespaces={['wave', 'window']}>
      <PageHeader
        above={<Breadcrumb steps={[{ key: 'waves', href: '/plan/waves', label: t('back') }]} />}
        title={wave.name}
        state={<WaveStateBadge state={wave.state} />}
        actions={canPlan && <AddButtons waveId={wave.id} />}
      />
      <div className="flex flex-col gap-5">
        <div className="grid items-start gap-5 lg:grid-cols-2">
          <div className="flex min-w-0 flex-col gap-5">
            <Panel title={t('factsTitle')}>
              <WaveFacts wave={wave} />
              {canPlan && <WholeWave wave={wave} actions={actions} />}
            </Panel>
            {wave.baselines && <Baselines baselines={wave.baselines} />}
          </div>
          <Panel title={t('funnel')}>
            {totalOf(wave.counts) > 0 ? (
              <Funnel counts={wave.counts} />
            ) : (
              <p className="text-ink-soft">{t('membersEmpty')}</p>
            )}
          </Panel>
        </div>
        <Windows wave={wave} choices={choices} actions={actions} canPlan={canPlan} />
        <MemberSection wave={wave} page={page} filter={filter} canPlan={canPlan} />
      </div>
      {isReading(wave.baselines) && (
        <>
          <Pulse path={`/api/plan/waves/${wave.id}`} version={version} />
          <p className="mt-3 text-ink-soft text-sm">{t('watching')}</p>
        </>
      )}
    </Messages>
  )
}

function AddButtons({ waveId }: { waveId: string }): ReactNode {
  const t = useTranslations('wave')
  return (
    <>
      <LinkButton href={{ pathname: `/plan/waves/${waveId}/add` }} variant="primary">
        {t('addPeople')}
      </LinkButton>
      <LinkButton href={{ pathname: `/plan/waves/${waveId}/import` }}>{t('import')}</LinkButton>
    </>
  )
}

function WholeWave({ wave, actions }: Pick<Props, 'wave' | 'actions'>) {
  return (
    <div className="mt-3 border-line border-t pt-2">
      <WaveActions
        waveId={wave.id}
        state={wave.state}
        memberCount={wave.memberCount}
        refusals={wave.refusals}
        publishWave={actions.publishWave}
        cancelWave={actions.cancelWave}
        endWave={actions.endWave}
      />
    </div>
  )
}

function Windows({ wave, choices, actions, canPlan }: WindowsProps) {
  const t = useTranslations('window')
  return (
    <Panel title={t('title')}>
      <div className="flex flex-col gap-3">
        <WindowTable
          waveId={wave.id}
          windows={wave.windows}
          resizeWindow={canPlan ? actions.resizeWindow : undefined}
        />
        {canPlan && (
          <>
            <GiveSeats
              waveId={wave.id}
              seatlessCount={wave.seatlessCount}
              windows={wave.windows}
              giveSeats={actions.giveSeats}
            />
            <AddWindow
              key={wave.windows.length}
              waveId={wave.id}
              isFirst={wave.windows.length === 0}
              addWindow={actions.addWindow}
              choices={choices}
            />
          </>
        )}
      </div>
    </Panel>
  )
}

export type WaveActionSet = {
  publishWave: FormAction
  cancelWave: FormAction
  endWave: FormAction
  addWindow: FormAction
  resizeWindow: FormAction
  giveSeats: FormAction<{ count: number }>
}

type Props = {
  wave: WaveView
  page: MemberPage
  filter: MemberFilter
  choices: WindowChoices
  /** Of what is shown, to see when it moves on. */
  version: string
  actions: WaveActionSet
}

type WindowsProps = Pick<Props, 'wave' | 'choices' | 'actions'> & { canPlan: boolean }
