import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ColumnHelp } from '@/components/import/column-help'
import { ImportLines } from '@/components/import/import-lines'
import { UploadForm } from '@/components/import/upload-form'
import { Breadcrumb } from '@/components/ui/breadcrumb'
import { Messages } from '@/components/ui/messages'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { pageActor } from '@/lib/auth/actor'
import { uploadProblem } from '@/lib/domain/import'
import { getPlannableWave } from '@/lib/queries/wave'
import { show } from '@/lib/web/show'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('import')
  return { title: t('title') }
}

export default async function ImportPage({ params, searchParams }: PageProps<'/plan/waves/[id]/import'>) {
  const { id } = await params
  const actor = await pageActor(`/plan/waves/${id}/import`)
  const wave = await show(getPlannableWave(actor, id))
  const { problem } = await searchParams
  const t = await getTranslations('import')
  const w = await getTranslations('wave')

  return (
    <Messages>
      <PageHeader
        above={
          <Breadcrumb
            steps={[
              { key: 'waves', href: '/plan/waves', label: w('back') },
              { key: 'wave', href: { pathname: `/plan/waves/${id}` }, label: wave.name },
            ]}
          />
        }
        title={t('titleOf', { wave: wave.name })}
        lead={t('lead')}
      />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-5">
          <Panel title={t('uploadTitle')}>
            <UploadForm waveId={id} problem={uploadProblem(problem)} />
          </Panel>
          <Panel title={w('importTitle')}>
            <ImportLines waveId={id} lines={wave.imports} />
          </Panel>
        </div>
        <Panel title={t('columns')}>
          <ColumnHelp windowName={wave.windows[0]?.name ?? null} />
        </Panel>
      </div>
    </Messages>
  )
}
