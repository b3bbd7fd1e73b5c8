import type { Metadata } from 'next'
import { getTimeZone, getTranslations } from 'next-intl/server'
import { WavePage } from '@/components/wave/wave-page'
import { pageActor } from '@/lib/auth/actor'
import { zoneNames } from '@/lib/i18n/zone-names'
import { listMembers, readMemberFilter } from '@/lib/queries/members'
import { listPeopleChoices } from '@/lib/queries/people-choices'
import { readWaveVersion } from '@/lib/queries/plan-version'
import { getWave } from '@/lib/queries/wave'
import { show } from '@/lib/web/show'
import {
  addWindowAction,
  cancelWaveAction,
  endWaveAction,
  giveSeatsAction,
  publishWaveAction,
  resizeWindowAction,
} from './actions'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('wave')
  return { title: t('col_name') }
}

export default async function OneWavePage({ params, searchParams }: PageProps<'/plan/waves/[id]'>) {
  const { id } = await params
  const actor = await pageActor(`/plan/waves/${id}`)
  const search = await searchParams
  const filter = readMemberFilter(search)
  const [wave, page, { sites }, { version }] = await show(
    Promise.all([
      getWave(actor, id),
      listMembers(actor, id, filter, { after: textOf(search.after), before: textOf(search.before) }),
      listPeopleChoices(actor),
      readWaveVersion(actor, id),
    ]),
  )

  return (
    <WavePage
      wave={wave}
      page={page}
      filter={filter}
      version={version}
      choices={{ sites, zones: zoneNames(), zone: wave.windows[0]?.timeZone ?? (await getTimeZone()) }}
      actions={{
        publishWave: publishWaveAction,
        cancelWave: cancelWaveAction,
        endWave: endWaveAction,
        addWindow: addWindowAction,
        resizeWindow: resizeWindowAction,
        giveSeats: giveSeatsAction,
      }}
    />
  )
}

function textOf(value: string | string[] | undefined): string | null {
  return typeof value === 'string' ? value : null
}
