import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { ImportPage } from '@/components/import/import-page'
import { pageActor } from '@/lib/auth/actor'
import { listImportRows, readRowFilter } from '@/lib/queries/import-rows'
import { getImport } from '@/lib/queries/imports'
import { show } from '@/lib/web/show'
import { confirmImportAction, discardImportAction } from './actions'

type Props = PageProps<'/plan/waves/[id]/import/[importId]'>

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('import')
  return { title: t('title') }
}

export default async function OneImportPage({ params, searchParams }: Props) {
  const { id, importId } = await params
  const actor = await pageActor(`/plan/waves/${id}/import/${importId}`)
  const search = await searchParams
  const filter = readRowFilter(search)
  const after = typeof search.after === 'string' ? search.after : null
  const [file, page] = await show(
    Promise.all([getImport(actor, id, importId), listImportRows(actor, importId, filter, after)]),
  )

  return (
    <ImportPage
      file={file}
      page={page}
      filter={filter}
      isAgain={search.again === 'yes'}
      confirmImport={confirmImportAction}
      discardImport={discardImportAction}
    />
  )
}
